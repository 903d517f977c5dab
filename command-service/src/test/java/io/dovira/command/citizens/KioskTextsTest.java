package io.dovira.command.citizens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KioskTextsTest {
    @Test
    void saysEverythingInEveryLanguage() {
        Map<String, Map<String, String>> all = new KioskTexts().all();

        assertThat(all.keySet()).containsExactly("uk", "en", "pl", "ro");
        Map<String, String> english = all.getOrDefault("en", Map.of());
        assertThat(english).hasSizeGreaterThan(15);
        all.forEach((language, texts) -> {
            assertThat(texts.keySet()).as(language).isEqualTo(english.keySet());
            assertThat(texts.values()).as(language).noneMatch(String::isBlank);
            assertThat(texts.entrySet())
                    .as("%s is translated", language)
                    .filteredOn(
                            text -> !language.equals("en") && text.getValue().equals(english.get(text.getKey())))
                    .isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "pl, , pl",
        "fr, , uk",
        ", , uk",
        ", 'ro-MD,ro;q=0.9,en;q=0.5', ro",
        ", 'fr,en;q=0.5', en",
        ", 'fr', uk",
        "en, 'pl', en",
        ", 'no language;;', uk"
    })
    void beginsInTheLanguageOfTheTablet(@Nullable String asked, @Nullable String accepted, String spoken) {
        assertThat(KioskTexts.chosen(asked, accepted)).isEqualTo(spoken);
    }
}
