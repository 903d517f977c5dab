package io.dovira.command.imports.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dovira.command.imports.mapping.Mapping;
import io.dovira.command.imports.mapping.MappingReader;
import io.dovira.command.imports.mapping.Subject;
import io.dovira.command.imports.source.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

    private static @Nullable Moment read(String text, String zone, String times) throws Exception {
        Mapping mapping = new MappingReader().read("""
                mapping: 1
                source: town
                kind: case
                format: csv
                zone: %s
                times: {%s}
                office: {id: o, organisation: {id: o}, region: {id: o}}
                service: {id: o}
                case: {id: o, opened: {columns: [date, time]}}
                """.formatted(zone, times));
        Subject.Cases cases = (Subject.Cases) mapping.subject();
        int space = text.indexOf(' ');
        List<String> fields =
                space < 0 ? List.of(text, "") : List.of(text.substring(0, space), text.substring(space + 1));
        Row row = new Row.Csv(2, Map.of("date", 0, "time", 1), fields);
        return new Times(mapping).read(row, cases.opened(), mapping.zone());
    }

    private static Moment moment(String text, String zone, String times) throws Exception {
        return Objects.requireNonNull(read(text, zone, times));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10/21/18 0:05 | 'M/d/yy H:mm' | 2018-10-21T04:05:00Z",
                "10/21/2018 01:05:07 PM | 'MM/dd/yyyy hh:mm:ss a' | 2018-10-21T17:05:07Z",
                "2018-10-21 00:05 | iso | 2018-10-21T04:05:00Z",
                "2018-10-21 00:05:06.7+03:00 | iso | 2018-10-20T21:05:06.700Z",
                "2018-10-21 00:05:06+0300 | iso | 2018-10-20T21:05:06Z",
                "2018-10-21 00:05Z | iso | 2018-10-21T00:05:00Z",
                "21.10.2018 23:59 | 'dd.MM.yyyy HH:mm' | 2018-10-22T03:59:00Z",
            })
    void readsWhatTheMappingNames(String text, String pattern, String instant) throws Exception {
        Moment moment = moment(text, "America/New_York", "patterns: [\"" + pattern + "\"]");
        assertThat(moment).isEqualTo(new Moment(Instant.parse(instant), null));
    }

    @Test
    void triesPatternsInOrder() throws Exception {
        assertThat(moment("2018-10-21 00:05", "UTC", "patterns: ['M/d/yy H:mm', iso]")
                        .at())
                .isEqualTo(Instant.parse("2018-10-21T00:05:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"2018-02-30 10:00", "2018-10-21 24:00", "21/10/18 10:00", "soon now"})
    void refusesWhatIsNoTime(String text) {
        assertThatThrownBy(() -> read(text, "UTC", "patterns: [iso]"))
                .hasMessageContaining(text)
                .hasMessageContaining("date + time");
    }

    @Test
    void readsNothingAsNothingAndHalfOfItAsAFault() throws Exception {
        assertThat(read(" ", "UTC", "")).isNull();
        assertThat(read("- -", "UTC", "empty: ['- -']")).isNull();
        assertThatThrownBy(() -> read("2018-10-21 ", "UTC", "")).hasMessageContaining("only a part");
    }

    @Test
    void rejectsATimeThatTheClocksSkipped() {
        assertThatThrownBy(() -> read("2024-03-31 03:30", "Europe/Kyiv", "")).hasMessageContaining("never was");
    }

    @Test
    void movesASkippedTimeForwardIfTheMappingSaysSo() throws Exception {
        Moment moment = moment("2024-03-31 03:30", "Europe/Kyiv", "gap: shift");
        assertThat(moment.at()).isEqualTo(Instant.parse("2024-03-31T01:30:00Z"));
        assertThat(moment.oddity()).contains("skipped");
    }

    @ParameterizedTest
    @CsvSource({"earlier, 2024-10-27T00:30:00Z", "later, 2024-10-27T01:30:00Z"})
    void choosesBetweenTimesThatHappenedTwice(String overlap, String instant) throws Exception {
        Moment moment = moment("2024-10-27 03:30", "Europe/Kyiv", "overlap: " + overlap);
        assertThat(moment.at()).isEqualTo(Instant.parse(instant));
        assertThat(moment.oddity()).contains("twice");
    }

    @Test
    void rejectsATimeThatHappenedTwiceIfTheMappingSaysSo() {
        assertThatThrownBy(() -> read("2024-10-27 03:30", "Europe/Kyiv", "overlap: reject"))
                .hasMessageContaining("happened twice");
    }

    @Test
    void needsNoRuleForATimeWithItsOffset() throws Exception {
        Moment moment = moment("2024-10-27 03:30+02:00", "Europe/Kyiv", "overlap: reject");
        assertThat(moment).isEqualTo(new Moment(Instant.parse("2024-10-27T01:30:00Z"), null));
    }

    @Test
    void cutsToTheMillisecondsThatTheLogKeeps() throws Exception {
        assertThat(moment("2024-10-27 12:00:00.123456", "UTC", "").at())
                .isEqualTo(Instant.parse("2024-10-27T12:00:00.123Z"));
    }
}
