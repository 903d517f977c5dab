package io.dovira.query.interactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"plain|plain", "a,b|\"a,b\"", "say \"no\"|\"say \"\"no\"\"\"", "=1+1|'=1+1", "-5|'-5", "@x|'@x"})
    void writesTextThatASpreadsheetReadsAsText(String text, String cell) {
        assertThat(Table.cell(text)).isEqualTo(cell);
    }

    @Test
    void leavesNumbersAlone() {
        assertThat(Table.cell(-5.0)).isEqualTo("-5.0");
        assertThat(Table.cell(null)).isEmpty();
    }

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
