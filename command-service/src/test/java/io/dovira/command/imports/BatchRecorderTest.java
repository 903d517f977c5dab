package io.dovira.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dovira.command.platform.Append;
import io.dovira.command.platform.NewFact;
import io.dovira.events.ImportId;
import io.dovira.events.cases.CaseClosed;
import io.dovira.events.cases.CaseOpened;
import io.dovira.events.cases.CaseStepRecorded;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BatchRecorderTest {

    private static final String CASES = """
            mapping: 1
            source: town
            kind: case
            format: csv
            zone: UTC
            office: {id: Office, organisation: {id: {constant: o}}, region: {id: {constant: r}}}
            service: {id: {constant: advice}}
            case: {id: Case, opened: Opened, closed: Closed}
            """;

    private static final String STEPS = """
            mapping: 1
            source: town
            kind: case
            format: csv
            rows: step
            zone: UTC
            office: {id: Office, organisation: {id: {constant: o}}, region: {id: {constant: r}}}
            service: {id: {constant: advice}}
            case: {id: Case, closed: Closed, respondedByStep: Answer}
            step: {activity: Activity, at: At}
            """;

    private final MemoryLedger ledger = new MemoryLedger();

    private ImportStatus run(String importId, Ledger into, String text, String yaml, int batch) {
        FileReading reading = FileReading.of(text, yaml);
        Tally tally = new Tally(Samples.queued(importId), Instant.EPOCH);
        BatchRecorder recorder =
                new BatchRecorder(into, new ImportId(importId), tally, Resumption.none(new ImportId(importId)));
        for (int from = 0; from < reading.outcomes().size(); from += batch) {
            recorder.record(reading
                    .outcomes()
                    .subList(from, Math.min(from + batch, reading.outcomes().size()))
                    .stream()
                    .map(List::of)
                    .toList());
        }
        return tally.status(ImportState.COMPLETED, 100, Instant.EPOCH, Instant.EPOCH, null);
    }

    private ImportStatus cases(String importId, String rows) {
        return run(importId, ledger, "Case,Office,Opened,Closed\n" + rows, CASES, 2);
    }

    private ImportStatus steps(String importId, String rows) {
        return run(importId, ledger, "Case,Office,Activity,At,Closed\n" + rows, STEPS, 2);
    }

    private List<NewFact> stream(String stream) {
        return Objects.requireNonNull(ledger.streams.get(stream));
    }

    @Test
    void registersOfficeAndServiceBeforeTheCases() {
        ImportStatus status = cases("i1", "1,A,2024-01-01,\n2,A,2024-01-02,2024-01-03\n");
        assertThat(ledger.streams.keySet()).containsExactly("office-town.A", "case-town.1", "case-town.2");
        assertThat(stream("office-town.A")).hasSize(2);
        assertThat(stream("office-town.A").getFirst().occurredAt()).isEqualTo(Instant.parse("2024-01-01T00:00:00Z"));
        assertThat(status.facts()).isEqualTo(5);
        assertThat(status.cases()).isEqualTo(2);
    }

    @Test
    void goesOnWithCasesWhoseStepsLieInSeveralBatches() {
        ImportStatus status = steps("i1", """
                1,A,Receive,2024-01-01 10:00,
                2,A,Receive,2024-01-01 11:00,
                1,A,Answer,2024-01-02 10:00,
                1,A,Answer,2024-01-03 10:00,
                2,A,Close,2024-01-04 10:00,2024-01-04 10:00
                """);
        assertThat(status.recorded()).isEqualTo(5);
        assertThat(status.cases()).isEqualTo(2);
        assertThat(stream("case-town.1"))
                .extracting(fact -> fact.fact().getClass().getSimpleName())
                .containsExactly(
                        "CaseOpened", "CaseStepRecorded", "CaseStepRecorded", "CaseResponded", "CaseStepRecorded");
        assertThat(stream("case-town.2").getLast().fact()).isInstanceOf(CaseClosed.class);
    }

    @Test
    void knowsAStepThatStandsTwiceInTheFile() {
        ImportStatus status = steps("i1", """
                1,A,Receive,2024-01-01 10:00,
                1,A,Check,2024-01-01 11:00,
                1,A,Receive,2024-01-01 10:00,
                """);
        assertThat(status.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(4);
            assertThat(problem.reason()).isEqualTo("case 1 stands twice in the file");
        });
    }

    @Test
    void ordersTheFactsOfACaseAsTheyHappened() {
        steps("i1", "1,A,Late,2024-01-02 10:00,2024-01-01 09:00\n1,A,Early,2024-01-01 08:00,2024-01-01 09:00\n");
        assertThat(stream("case-town.1"))
                .extracting(NewFact::fact)
                .hasExactlyElementsOfTypes(
                        CaseOpened.class, CaseStepRecorded.class, CaseClosed.class, CaseStepRecorded.class);
    }

    @Test
    void takesAClosingThatSaysOtherwiseForAContradiction() {
        cases("i1", "1,A,2024-01-01,2024-01-02\n");
        ImportStatus second = cases("i2", "1,A,2024-01-01,2024-01-03\n");
        assertThat(second.rejected()).isEqualTo(1);
        assertThat(second.problems().getFirst().reason()).contains("CaseClosed is recorded for 2024-01-02");
        assertThat(stream("case-town.1")).hasSize(2);
    }

    @Test
    void takesAnotherOfficeForAContradiction() {
        cases("i1", "1,A,2024-01-01,\n");
        ImportStatus second = cases("i2", "1,B,2024-01-01,2024-01-02\n");
        assertThat(second.problems().getFirst().reason())
                .contains("contradicts")
                .contains("town.A")
                .contains("town.B");
        assertThat(ledger.streams).doesNotContainKey("office-town.B");
    }

    @Test
    void keepsTheNameOfAnOfficeThatIsRegistered() {
        cases("i1", "1,A,2024-01-01,\n");
        ImportStatus second = run(
                "i2",
                ledger,
                "Case,Office,Opened,Closed\n2,A,2024-01-01,\n",
                CASES.replace("id: {constant: r}", "id: {constant: s}"),
                2);
        assertThat(second.recorded()).isEqualTo(1);
        assertThat(second.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.reason()).contains("which stays"));
        assertThat(stream("office-town.A")).hasSize(2);
    }

    /** Two imports of the same rows at once: the other is always a step ahead. */
    @Test
    void settlesWithAnotherImportOfTheSameRows() {
        MemoryLedger shared = new MemoryLedger() {
            private boolean ahead = true;

            @Override
            public List<Result> append(List<Append> appends) {
                if (ahead) {
                    ahead = false;
                    run("other", this, "Case,Office,Opened,Closed\n1,A,2024-01-01,\n", CASES, 2);
                }
                return super.append(appends);
            }
        };
        ImportStatus status =
                run("i1", shared, "Case,Office,Opened,Closed\n1,A,2024-01-01,\n2,A,2024-01-01,\n", CASES, 2);
        assertThat(shared.streams.get("case-town.1")).hasSize(1);
        assertThat(shared.streams.get("case-town.2")).hasSize(1);
        assertThat(shared.streams.get("office-town.A")).hasSize(2);
        assertThat(status.facts()).isEqualTo(1);
    }

    @Test
    void givesUpWhenSomebodyElseNeverStopsWriting() {
        Ledger busy = new MemoryLedger() {
            @Override
            public List<Result> append(List<Append> appends) {
                return appends.stream()
                        .<Result>map(append -> new Result.Conflict("taken"))
                        .toList();
            }
        };
        assertThatThrownBy(() -> run("i1", busy, "Case,Office,Opened,Closed\n1,A,2024-01-01,\n", CASES, 2))
                .hasMessageContaining("somebody else keeps writing");
    }
}
