package io.dovira.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "uk                       | UK",
                "uk-UA,uk;q=0.9,en;q=0.8  | UK",
                "en-GB,uk;q=0.9           | EN",
                "de,uk;q=0.5,en;q=0.4     | UK",
                "pl,de;q=0.7              | EN",
                "*                        | EN",
                ";;;=                     | EN",
                "none                     | EN"
            })
    void takesTheFirstAcceptedLanguageThatItSpeaks(@Nullable String header, Language expected) {
        assertThat(Language.accepted(header)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"fr", "EN", "uk-UA", "''", "../x"})
    void speaksNothingElse(String tag) {
        assertThat(Language.of(tag)).isEmpty();
    }
}
