package io.dovira.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParametersTest {

    private static QueryParameters given(String name, String value) {
        return new QueryParameters(Map.of(name, value), List.of(name));
    }

    @Test
    void takesSeveralValuesHoweverTheyAreWritten() {
        assertThat(given("office", " lviv,,kyiv , lviv").many("office")).containsExactly("lviv", "kyiv");
        assertThat(QueryParameters.many(List.of("lviv,kyiv", "", "odesa"))).containsExactly("lviv", "kyiv", "odesa");
        assertThat(given("office", " ").many("office")).isEmpty();
        assertThat(given("office", "lviv").many("region")).isEmpty();
    }

    @Test
    void readsADay() {
        assertThat(given("from", " 2026-03-02 ").day("from")).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(given("from", "").day("from")).isNull();
        assertThat(QueryParameters.day("from", null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-02-30", "2026-03-02T10:00:00Z", "02.03.2026"})
    void refusesWhatIsNoDay(String text) {
        assertThatThrownBy(() -> given("from", text).day("from"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("such as 2026-03-02");
    }

    @Test
    void refusesAValueThatIsNotKnownAndTellsThoseThatAre() {
        QueryParameters.requireKnown("region", Set.of("west"), Set.of("west", "east"));

        assertThatThrownBy(() -> QueryParameters.requireKnown("region", Set.of("north"), Set.of("west", "east")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("north")
                .hasMessageContaining("east, west");
    }
}
