package io.dovira.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.imports.mapping.BuiltInMappings;
import io.dovira.command.imports.rows.Draft;
import io.dovira.events.TimeQuality;
import io.dovira.events.queues.QueueObserved;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Invented polls in the shape of the queues of Warsaw, with the built-in mapping. */
class QueueImportTest {

    private static final String YAML = FileReading.BUILT_IN
            .find("warsaw-queues")
            .map(BuiltInMappings.BuiltIn::yaml)
            .orElseThrow();

    private static final String HEADER =
            "date,time,name,idGrupy,literaGrupy,nazwaGrupy,liczbaKlwKolejce,liczbaCzynnychStan,czasObslugi,aktualnyNumer,status,lp\n";

    private static String poll(String date, String time, String office, String rest) {
        return date + "," + time + "," + office + "," + rest + "\n";
    }

    private static final String QUEUE = "12,K,\"Kasa, parter\",3,1,10,K007,1,1";

    @Test
    void observesAQueue() {
        FileReading reading = FileReading.of(HEADER + poll("2020-01-02", "08:00", "UD_A", QUEUE), YAML);
        assertThat(reading.rejected()).isEmpty();
        Draft draft = reading.drafts().getFirst();
        assertThat(draft.stream()).isEqualTo("queues-warsaw-queues.UD_A");
        assertThat(draft.at()).isEqualTo(Instant.parse("2020-01-02T07:00:00Z"));
        assertThat(draft.quality()).isEqualTo(TimeQuality.EXACT);
        QueueObserved fact = (QueueObserved) draft.fact();
        assertThat(fact.queue().value()).isEqualTo("12");
        assertThat(fact.name()).isEqualTo(Map.of("pl", "Kasa, parter"));
        assertThat(fact.waiting()).isEqualTo(3);
        assertThat(fact.nowServing()).isEqualTo("K007");
        assertThat(fact.serviceSeconds()).isEqualTo(600);
    }

    @Test
    void rejectsNumbersThatAreNone() {
        FileReading reading = FileReading.of(
                HEADER
                        + poll("2020-01-02", "08:00", "UD_A", QUEUE.replace(",3,1,10,", ",-3,1,10,"))
                        + poll("2020-01-02", "08:00", "UD_A", QUEUE.replace(",3,1,10,", ",3,,10,"))
                        + poll("2020-01-02", "08:00", "UD_A", QUEUE.replace(",3,1,10,", ",3,1,ten,"))
                        + poll("2020-01-02", "8 am", "UD_A", QUEUE),
                YAML);
        assertThat(reading.drafts()).isEmpty();
        assertThat(reading.rejected())
                .containsExactly(
                        "2: '-3' is no number of people waiting",
                        "3: no number of open desks",
                        "4: 'ten' is no number of minutes of service",
                        "5: '2020-01-02 8 am' in date + time is no time of the form yyyy-MM-dd HH:mm");
    }

    @Test
    void repairsTheYearOfTheWeekAndTellsSo() {
        FileReading reading = FileReading.of(
                HEADER
                        + poll("2020-12-31", "08:00", "UD_A", QUEUE)
                        + poll("2019-12-31", "08:00", "UD_B", QUEUE)
                        + poll("2019-12-31", "08:00", "UD_C", QUEUE),
                YAML);
        assertThat(reading.drafts()).extracting(Draft::at).containsOnly(Instant.parse("2019-12-31T07:00:00Z"));
        assertThat(reading.drafts())
                .extracting(Draft::quality)
                .containsExactly(TimeQuality.ESTIMATED, TimeQuality.EXACT, TimeQuality.EXACT);
        assertThat(reading.warnings().keySet())
                .singleElement()
                .asString()
                .contains("UD_A")
                .contains("repaired");
    }

    @Test
    void rejectsAFaultyClockThatNoRuleCovers() {
        String file = HEADER
                + poll("2012-02-11", "08:00", "UD_A", QUEUE)
                + poll("2020-01-02", "08:00", "UD_B", QUEUE)
                + poll("2020-01-02", "08:00", "UD_C", QUEUE);
        FileReading reading = FileReading.of(file, YAML);
        assertThat(reading.drafts()).hasSize(2);
        assertThat(reading.rejected())
                .singleElement()
                .asString()
                .startsWith("2: clock of UD_A is 2882 days behind")
                .contains("no repair");
    }

    @Test
    void doesNotRepairByANumberOfDaysThatIsNotTheOneFound() {
        // The rule says 2,881 days for this office; the file says 2,882.
        String file = HEADER
                + poll("2012-02-11", "08:00", "UD_Srodmiescie_2", QUEUE)
                + poll("2020-01-02", "08:00", "UD_B", QUEUE)
                + poll("2020-01-02", "08:00", "UD_C", QUEUE);
        assertThat(FileReading.of(file, YAML).rejected()).hasSize(1);
        assertThat(FileReading.of(file.replace("02-11", "02-12"), YAML).rejected())
                .isEmpty();
    }

    @Test
    void keepsAFaultyClockIfTheMappingSaysSo() {
        String file = HEADER
                + poll("2012-02-11", "08:00", "UD_A", QUEUE)
                + poll("2020-01-02", "08:00", "UD_B", QUEUE)
                + poll("2020-01-02", "08:00", "UD_C", QUEUE);
        FileReading reading = FileReading.of(file, YAML.replace("unrepaired: reject", "unrepaired: keep"));
        assertThat(reading.drafts().getFirst().at()).isEqualTo(Instant.parse("2012-02-11T07:00:00Z"));
        assertThat(reading.drafts().getFirst().quality()).isEqualTo(TimeQuality.ESTIMATED);
        assertThat(reading.warnings().keySet()).singleElement().asString().contains("kept as written");
    }

    @Test
    void givesAQueueOfTwoOfficesTwoIds() {
        FileReading reading = FileReading.of(
                HEADER + poll("2020-01-02", "08:00", "UD_A", QUEUE) + poll("2020-01-02", "08:00", "UD_B", QUEUE), YAML);
        assertThat(reading.drafts().stream().map(Draft::id).distinct()).hasSize(2);
    }
}
