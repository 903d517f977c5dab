package io.dovira.query.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dovira.query.platform.Problem;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsRequestTest {

    private static Problem refused(String... parameters) {
        Map<String, String[]> map = new HashMap<>();
        for (String parameter : parameters) {
            String[] parts = parameter.split("=", 2);
            map.put(parts[0], new String[] {parts[1]});
        }
        return catchThrowableOfType(Problem.class, () -> MetricsRequest.read(map));
    }

    @ParameterizedTest
    @CsvSource({
        "measure=patience, wait",
        "bucket=week, day",
        "by=colour, region",
        "origin=INVENTED, IMPORTED",
        "definition=wait@1, wait@2"
    })
    void refusesAValueThatItDoesNotKnowAndListsThoseItDoes(String parameter, String allowed) {
        Problem problem = parameter.startsWith("measure") ? refused(parameter) : refused("measure=wait", parameter);

        assertThat(problem.getStatusCode().value()).isEqualTo(400);
        assertThat(problem.getBody().getProperties())
                .extractingByKey("allowed")
                .asString()
                .contains(allowed);
    }

    @Test
    void refusesAParameterThatItDoesNotKnow() {
        Problem problem = refused("measure=wait", "offices=lviv");

        assertThat(problem.getBody().getDetail()).contains("offices");
        assertThat(problem.getBody().getProperties())
                .extractingByKey("allowed")
                .asString()
                .contains("office");
    }

    @Test
    void asksForTheMeasure() {
        assertThat(refused("bucket=day").getBody().getTitle()).isEqualTo("A parameter is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-13-01", "2026-11-23T25:00", "23.11.2026", "1"})
    void refusesATimeThatItCannotRead(String time) {
        assertThat(refused("measure=wait", "from=" + time).getStatusCode().value())
                .isEqualTo(400);
    }

    @Test
    void refusesARangeInWhichNothingCanLie() {
        assertThat(refused("measure=wait", "from=2026-11-23", "to=2026-11-23")).isNotNull();
    }

    @Test
    void doesNotIgnoreAsOf() {
        assertThat(refused("measure=wait", "asOf=2026-11-23T00:00:00Z")
                        .getStatusCode()
                        .value())
                .isEqualTo(501);
    }

    @Test
    void readsAnOffsetWhosePlusSignWasNotEscaped() {
        Bound bound = Bound.parse("from", "2026-11-23T09:00:00 02:00");

        assertThat(bound).isEqualTo(Bound.parse("from", "2026-11-23T07:00:00Z"));
    }
}
