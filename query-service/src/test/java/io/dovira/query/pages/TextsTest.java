package io.dovira.query.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class TextsTest {
    private static final Pattern PLURAL = Pattern.compile("^(.+)\\.(one|two|few|many|other)$");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private final Map<String, String> english = Texts.bundle(Language.EN);
    private final Map<String, String> ukrainian = Texts.bundle(Language.UK);

    @Test
    void everyKeyExistsInBothLanguages() {
        assertThat(stems(ukrainian.keySet())).containsExactlyElementsOf(stems(english.keySet()));
    }

    @ParameterizedTest
    @EnumSource
    void everyCountedTextHasThePluralFormsOfItsLanguage(Language language) {
        Set<String> keys = Texts.bundle(language).keySet();
        List<String> forms = switch (language) {
            case EN -> List.of("one", "other");
            case UK -> List.of("one", "few", "many", "other");
        };
        Set<String> counted = keys.stream()
                .map(PLURAL::matcher)
                .filter(m -> m.matches())
                .map(m -> m.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(counted)
                .isNotEmpty()
                .allSatisfy(stem -> assertThat(keys)
                        .filteredOn(key -> key.startsWith(stem + ".")
                                && PLURAL.matcher(key).matches())
                        .containsExactlyInAnyOrderElementsOf(
                                forms.stream().map(form -> stem + "." + form).toList()));
    }

    @Test
    void aTextTakesTheSameValuesInBothLanguages() {
        assertThat(english.keySet().stream().filter(ukrainian::containsKey))
                .allSatisfy(key -> assertThat(places(ukrainian, key)).as(key).isEqualTo(places(english, key)));
    }

    @ParameterizedTest
    @EnumSource
    void noTextIsEmptyOrHoldsAQuoteThatTheTemplatesWouldSwallow(Language language) {
        assertThat(Texts.bundle(language)).allSatisfy((key, text) -> {
            assertThat(text).as(key).isNotBlank();
            assertThat(text).as(key).doesNotContain("'", "\"");
        });
    }

    @Test
    void ukrainianIsTranslatedAndNotCopied() {
        Set<String> sameOnPurpose =
                Set.of("kpi.n", "kpi.target.note", "trend.note", "record.p50", "record.p90", "interaction.correction");

        assertThat(ukrainian.keySet().stream()
                        .filter(key -> !sameOnPurpose.contains(key))
                        .filter(key -> Objects.equals(ukrainian.get(key), english.get(key))))
                .isEmpty();
    }

    @Test
    void everyKeyThatAPageNamesExists() throws IOException {
        Set<String> named = new TreeSet<>();
        named.addAll(found("templates/**/*.html", "#\\{([a-z0-9.A-Z-]+)}"));
        named.addAll(found("static/js/*.js", "\\bt\\('([^']+)'"));
        Set<String> counted = found("static/js/*.js", "\\bcounted\\('([^']+)'");

        assertThat(named).isNotEmpty().allSatisfy(key -> assertThat(english).containsKey(key));
        assertThat(counted).isNotEmpty().allSatisfy(key -> assertThat(english).containsKey(key + ".other"));
    }

    @Test
    void everyKeyIsNamedByAPage() throws IOException {
        String sources = String.join("\n", sources("templates/**/*.html"), sources("static/js/*.js"));
        // Keys made of a part that is known and a part that is data: t(`state.${state}`), #{${'kpi.' + kpi}}.
        Set<String> prefixes = new TreeSet<>();
        prefixes.addAll(matches("[`']([a-z.-]+\\.)\\$\\{", sources));
        prefixes.addAll(matches("\\$\\{'([a-z.-]+\\.)' \\+", sources));
        Predicate<String> made = key -> prefixes.stream().anyMatch(key::startsWith);
        Set<String> sections = Section.ALL.stream().map(Section::key).collect(Collectors.toSet());

        assertThat(stems(english.keySet()).stream()
                        .filter(key -> !sources.contains("'" + key + "'") && !sources.contains("#{" + key + "}"))
                        .filter(key -> !sections.contains(key))
                        .filter(made.negate()))
                .isEmpty();
    }

    private static Set<String> stems(Set<String> keys) {
        return keys.stream()
                .map(key -> PLURAL.matcher(key).replaceFirst("$1"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> places(Map<String, String> bundle, String key) {
        return PLACE.matcher(bundle.getOrDefault(key, ""))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(String files, String pattern) throws IOException {
        return matches(pattern, sources(files));
    }

    private static Set<String> matches(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(m -> m.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String sources(String pattern) throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath:/" + pattern);
        assertThat(files).isNotEmpty();
        return Stream.of(files).map(TextsTest::text).collect(Collectors.joining("\n"));
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
