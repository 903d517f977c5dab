package io.dovira.query.interactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void writesAsManyCellsAsColumnsInTheLanguageOfTheReader() throws IOException {
        FoundInteraction found = new FoundInteraction(
                "visit-1",
                "visit",
                "A042",
                "lviv",
                Map.of("uk", "Відділення, Львів", "en", "Lviv"),
                "police",
                "advice",
                Map.of("en", "Advice"),
                "IN_PERSON",
                "QUEUED",
                Instant.parse("2026-03-02T07:00:00Z"),
                null,
                null,
                true,
                "LIVE",
                2);
        StringWriter out = new StringWriter();
        Table.header(out);
        Table.row(out, found, Locale.of("uk"));

        assertThat(out.toString())
                .isEqualTo("id,kind,ticket,office,officeName,organisation,service,serviceName,channel,state,openedAt,"
                        + "closedAt,waitSeconds,late,origin,facts\r\n"
                        + "visit-1,visit,A042,lviv,\"Відділення, Львів\",police,advice,Advice,IN_PERSON,QUEUED,"
                        + "2026-03-02T07:00:00Z,,,true,LIVE,2\r\n");
    }
}
