package io.dovira.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.imports.rows.Draft;
import io.dovira.command.imports.rows.Outcome;
import io.dovira.events.visits.Leg;
import io.dovira.events.visits.LegState;
import io.dovira.events.visits.Visit;
import io.dovira.events.visits.VisitFact;
import io.dovira.events.visits.VisitorArrived;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invented visits, one row per ticket, with the built-in mapping {@code visits}. */
class VisitImportTest {

    private static final String HEADER =
            "visit_id,organisation,region,office,service,ticket,arrived_at,called_at,started_at,finished_at,abandoned_at,no_show_at,desk,staff,channel\n";

    @TempDir
    @Nullable
    Path directory;

    private FileReading read(String... rows) throws Exception {
        Path file = Objects.requireNonNull(directory).resolve("visits.csv");
        Files.writeString(file, HEADER + String.join("\n", rows) + "\n");
        return FileReading.of(file, "visits");
    }

    /** A row of times on one morning; the desk and the rest are always the same. */
    private static String row(
            String arrived, String called, String started, String finished, String abandoned, String noShow) {
        StringBuilder row = new StringBuilder("v1,police,lviv,front,advice,A001");
        for (String time : List.of(arrived, called, started, finished, abandoned, noShow)) {
            row.append(',').append(time.isEmpty() ? "" : "2024-05-01T" + time + ":00+03:00");
        }
        return row.append(",3,s-7,").toString();
    }

    private static Visit visit(FileReading reading) {
        Visit visit = null;
        for (Draft draft : reading.drafts()) {
            visit = Visit.evolve(visit, (VisitFact) draft.fact(), draft.at());
        }
        return Objects.requireNonNull(visit);
    }

    @Test
    void makesAVisitThatWasServed() throws Exception {
        FileReading reading = read(row("09:00", "09:10", "09:11", "09:30", "", ""));
        assertThat(reading.rejected()).isEmpty();
        Visit visit = visit(reading);
        assertThat(visit.id().value()).isEqualTo("visits.v1");
        assertThat(visit.office().value()).isEqualTo("visits.front");
        assertThat(visit.ticket()).isEqualTo("A001");
        Leg leg = visit.leg(1);
        assertThat(leg.state()).isEqualTo(LegState.SERVED);
        assertThat(leg.waiting()).contains(Duration.ofMinutes(10));
        assertThat(leg.handling()).contains(Duration.ofMinutes(19));
        assertThat(Objects.requireNonNull(leg.desk()).value()).isEqualTo("3");
        assertThat(reading.drafts(VisitorArrived.class))
                .singleElement()
                .extracting(Draft::opening)
                .isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "09:00, '', '', '', '', '', QUEUED",
                "09:00, 09:10, '', '', '', '', CALLED",
                "09:00, 09:10, 09:10, '', '', '', IN_SERVICE",
                "09:00, '', '', '', 09:20, '', ABANDONED",
                "09:00, 09:10, '', '', '', 09:12, NO_SHOW"
            })
    void makesAVisitThatStandsWhereTheRowEnds(
            String arrived,
            String called,
            String started,
            String finished,
            String abandoned,
            String noShow,
            LegState state)
            throws Exception {
        FileReading reading = read(row(arrived, called, started, finished, abandoned, noShow));
        assertThat(reading.rejected()).isEmpty();
        assertThat(visit(reading).leg(1).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 09:10, '', '', '', '', no arrival",
        "09:00, 08:59, '', '', '', '', call at",
        "09:00, 09:10, 09:09, '', '', '', start of service at",
        "09:00, 09:10, 09:11, 09:10, '', '', end of service at",
        "09:00, '', 09:11, 09:20, '', '', started without a call",
        "09:00, 09:10, '', 09:20, '', '', never started",
        "09:00, '', '', '', '', 09:20, no-show without a call",
        "09:00, 09:10, 09:11, '', '', 09:20, 'no-show, yet'",
        "09:00, 09:10, 09:11, '', 09:20, '', 'left while waiting, yet'",
        "09:00, 09:10, '', '', 09:20, 09:20, both",
        "09:00, 09:10, '', '', 09:05, '', leaving at"
    })
    void rejectsWhatNoVisitCanBe(
            String arrived,
            String called,
            String started,
            String finished,
            String abandoned,
            String noShow,
            String reason)
            throws Exception {
        FileReading reading = read(row(arrived, called, started, finished, abandoned, noShow));
        assertThat(reading.drafts()).isEmpty();
        assertThat(reading.rejected())
                .singleElement()
                .asString()
                .startsWith("2: ")
                .contains(reason);
    }

    @Test
    void rejectsAChannelThatIsNone() throws Exception {
        FileReading reading = read(row("09:00", "", "", "", "", "") + "PIGEON");
        assertThat(reading.rejected())
                .singleElement()
                .asString()
                .contains("PIGEON")
                .contains("IN_PERSON");
    }

    @Test
    void rejectsATicketThatNoDisplayShows() throws Exception {
        FileReading reading = read(row("09:00", "", "", "", "", "").replace("A001", "A".repeat(21)));
        assertThat(reading.rejected()).singleElement().asString().contains("ticket must be");
    }

    @Test
    void registersOfficeAndService() throws Exception {
        Outcome.Facts facts = (Outcome.Facts)
                read(row("09:00", "", "", "", "", "")).outcomes().getFirst();
        assertThat(facts.place().office().region().value()).isEqualTo("lviv");
        assertThat(Objects.requireNonNull(facts.place().service()).service().value())
                .isEqualTo("advice");
    }
}
