package io.dovira.pages.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.pages.Language;
import io.dovira.pages.Section;
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

/** What a bundle of texts keeps, with the templates and scripts of the module that it belongs to. */
public abstract class TextsRules {
    private static final Pattern PLURAL = Pattern.compile("^(.+)\\.(one|two|few|many|other)$");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    /** The texts under test. */
    protected abstract Map<String, String> texts(Language language);

    /** Texts that the module's pages name as well, but which stand in another bundle. */
    protected abstract Map<String, String> ofOthers(Language language);

    /** Keys whose text is the same in both languages, and should be. */
    protected abstract Set<String> sameOnPurpose();

    @Test
    void everyKeyExistsInBothLanguages() {
        assertThat(stems(texts(Language.UK).keySet()))
                .containsExactlyElementsOf(stems(texts(Language.EN).keySet()));
    }

    @Test
    void aKeyStandsInOneBundle() {
        assertThat(texts(Language.EN).keySet().stream().filter(ofOthers(Language.EN)::containsKey))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyCountedTextHasThePluralFormsOfItsLanguage(Language language) {
        Set<String> keys = texts(language).keySet();
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
                .allSatisfy(stem -> assertThat(keys)
                        .filteredOn(key -> key.startsWith(stem + ".")
                                && PLURAL.matcher(key).matches())
                        .containsExactlyInAnyOrderElementsOf(
                                forms.stream().map(form -> stem + "." + form).toList()));
    }

    @Test
    void aTextTakesTheSameValuesInBothLanguages() {
        Map<String, String> english = texts(Language.EN);
        Map<String, String> ukrainian = texts(Language.UK);

        assertThat(english.keySet().stream().filter(ukrainian::containsKey))
                .allSatisfy(key -> assertThat(places(ukrainian, key)).as(key).isEqualTo(places(english, key)));
    }

    @ParameterizedTest
    @EnumSource
    void noTextIsEmptyOrHoldsAQuoteThatTheTemplatesWouldSwallow(Language language) {
        assertThat(texts(language)).isNotEmpty().allSatisfy((key, text) -> {
            assertThat(text).as(key).isNotBlank();
            assertThat(text).as(key).doesNotContain("'", "\"");
        });
    }

    @Test
    void ukrainianIsTranslatedAndNotCopied() {
        Map<String, String> english = texts(Language.EN);
        Map<String, String> ukrainian = texts(Language.UK);

        assertThat(ukrainian.keySet().stream()
                        .filter(key -> !sameOnPurpose().contains(key))
                        .filter(key -> Objects.equals(ukrainian.get(key), english.get(key))))
                .isEmpty();
    }

    @Test
    void everyKeyThatAPageNamesExists() throws IOException {
        Set<String> known = new TreeSet<>(texts(Language.EN).keySet());
        known.addAll(ofOthers(Language.EN).keySet());
        Set<String> named = new TreeSet<>();
        named.addAll(found("templates/**/*.html", "#\\{([a-z0-9.A-Z-]+)}"));
        named.addAll(found("static/js/*.js", "\\bt\\('([^']+)'"));
        Set<String> counted = found("static/js/*.js", "\\bcounted\\('([^']+)'");

        assertThat(named).isNotEmpty();
        assertThat(known).containsAll(named);
        assertThat(known)
                .containsAll(counted.stream().map(key -> key + ".other").toList());
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

        assertThat(stems(texts(Language.EN).keySet()).stream()
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

    /** Of the first place on the class path that has any: the module's own files. */
    private static String sources(String pattern) throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath:/" + pattern);
        assertThat(files).isNotEmpty();
        return Stream.of(files).map(TextsRules::text).collect(Collectors.joining("\n"));
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
