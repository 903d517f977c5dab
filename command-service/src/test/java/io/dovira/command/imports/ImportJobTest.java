package io.dovira.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.platform.Append;
import io.dovira.command.platform.NewFact;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** An import that dies at any append and is gone on with ends as if nothing had happened: same log, same counts, same problems. */
class ImportJobTest {

    private static final String HEAD = """
            mapping: 1
            source: town
            kind: case
            zone: UTC
            format: csv
            office: {id: Office, organisation: {id: {constant: o}}, region: {id: {constant: r}}}
            service: {id: Topic}
            """;

    /** With doubles near and far, one of which would add a closing, and rows to skip, to reject and to warn about. */
    private static final String CASES = """
            Case,Office,Topic,Opened,Closed
            1,A,x,2024-01-01 10:00,
            2,A,x,2024-01-01 11:00,2024-01-02 10:00
            2,A,x,2024-01-01 11:00,2024-01-02 10:00
            3,,x,2024-01-01 11:00,
            4,B,y,2024-01-01 11:00,
            5,B,skip,2024-01-01 11:00,
            6,B,x,2024-01-01 11:00,2024-01-02 11:00
            1,A,x,2024-01-01 10:00,2024-01-05 10:00
            7,C,x,2024-01-01 11:00,2024-01-02 11:00
            8,C,x,2024-01-01 11:00,2023-01-02 11:00
            4,B,y,2024-01-01 11:00,2024-01-09 11:00
            9,A,z,2024-01-01 11:00,
            """;

    private static final String CASES_YAML = HEAD + """
            case: {id: Case, opened: Opened, closed: Closed}
            skip: [{when: {column: Topic, is: skip}, reason: left out}]
            """;

    private static final String STEPS = """
            Case,Office,Topic,Activity,At,Closed
            1,A,x,Receive,2024-01-01 10:00,
            2,A,x,Receive,2024-01-01 11:00,
            1,A,x,Answer,2024-01-02 10:00,
            1,A,x,Answer,2024-01-03 10:00,
            3,B,x,Receive,2024-01-03 10:00,
            2,A,x,Receive,2024-01-01 11:00,
            2,A,x,Close,2024-01-04 10:00,2024-01-04 10:00
            1,A,x,Answer,2024-01-02 10:00,
            3,B,x,Answer,2024-01-05 10:00,2024-01-06 10:00
            """;

    private static final String STEPS_YAML = HEAD + """
            rows: step
            case: {id: Case, closed: Closed, respondedByStep: Answer}
            step: {activity: Activity, at: At}
            """;

    private static final String POLLS = """
            Office,Queue,At,Waiting,Open
            A,q,2024-01-01 10:00,1,1
            B,q,2024-01-01 10:00,2,1
            A,q,2024-01-01 10:05,3,1
            A,q,2024-01-01 10:05,3,1
            B,q,2024-01-01 10:05,4,1
            A,q,2024-01-01 10:00,1,1
            A,r,2024-01-01 10:00,1,x
            A,q,2024-01-01 10:10,5,1
            B,q,2024-01-01 10:10,6,1
            """;

    private static final String POLLS_YAML = """
            mapping: 1
            source: town
            kind: gauge
            zone: UTC
            format: csv
            office: {id: Office, organisation: {id: {constant: o}}, region: {id: {constant: r}}}
            queue: {id: Queue, at: At, waiting: Waiting, openDesks: Open}
            """;

    @TempDir
    Path directory;

    /** The process dies: no code of ours sees it. */
    private static final class Death extends Error {}

    private static final class MortalLedger extends MemoryLedger {
        private long lives;

        MortalLedger(long lives) {
            this.lives = lives;
        }

        @Override
        Result append(Append append) {
            if (lives-- == 0) {
                throw new Death();
            }
            return super.append(append);
        }
    }

    /** Writes progress down at every n-th chance, as the clock would have it. */
    private static final class Notes implements ImportJob.Watch {
        private final int every;
        private int chances;
        private ImportStatus written;

        Notes(ImportStatus begun, int every) {
            this.written = begun;
            this.every = every;
        }

        @Override
        public void progress(ImportStatus status) {
            if (status.state().isOver() || chances++ % every == 0) {
                written = status;
            }
        }

        @Override
        public Optional<ImportState> stop() {
            return Optional.empty();
        }
    }

    private void run(ImportStatus begun, Path file, String yaml, int batch, Ledger ledger, Notes notes)
            throws Exception {
        ImportsProperties properties =
                new ImportsProperties(DataSize.ofMegabytes(1), DataSize.ofMegabytes(1), 250, batch);
        Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
        new ImportJob(begun, FileReading.MAPPINGS.read(yaml), file, null, properties, ledger, clock).run(notes);
    }

    private record End(List<NewFact> log, String status) {}

    private static End end(MemoryLedger ledger, ImportStatus status) {
        // The rate is of one run only.
        String shown = status.toString().replaceAll("rowsPerSecond=[^,]*", "");
        return new End(ledger.facts, shown);
    }

    private void diesAnywhere(String text, String yaml) throws Exception {
        Path file = Files.writeString(directory.resolve("rows.csv"), text);
        String sha256 = Spool.sha256(file);
        ImportStatus queued = Samples.queued("i1", sha256, Files.size(file));
        for (int batch = 1; batch <= 4; batch++) {
            MemoryLedger whole = new MemoryLedger();
            Notes undisturbed = new Notes(queued, 1);
            run(queued, file, yaml, batch, whole, undisturbed);
            assertThat(undisturbed.written.state()).isEqualTo(ImportState.COMPLETED);
            End expected = end(whole, undisturbed.written);
            for (int every = 1; every <= 3; every++) {
                for (int lives = 0; ; lives++) {
                    @Nullable End end = diesOnce(queued, file, yaml, batch, every, lives);
                    if (end == null) {
                        assertThat(lives).isGreaterThan(5);
                        break;
                    }
                    assertThat(end)
                            .as("batches of %d, every %d noted, dead after %d appends", batch, every, lives)
                            .isEqualTo(expected);
                }
            }
        }
    }

    /** Null if it did not live to see its death. */
    private @Nullable End diesOnce(ImportStatus queued, Path file, String yaml, int batch, int every, int lives)
            throws Exception {
        MortalLedger ledger = new MortalLedger(lives);
        Notes notes = new Notes(queued, every);
        try {
            run(queued, file, yaml, batch, ledger, notes);
            return null;
        } catch (Death e) {
            ledger.lives = Long.MAX_VALUE;
            Notes after = new Notes(notes.written, 1);
            run(notes.written, file, yaml, batch, ledger, after);
            return end(ledger, after.written);
        }
    }

    @Test
    void goesOnWithCasesWhereverItDied() throws Exception {
        diesAnywhere(CASES, CASES_YAML);
    }

    @Test
    void goesOnWithStepsWhereverItDied() throws Exception {
        diesAnywhere(STEPS, STEPS_YAML);
    }

    @Test
    void goesOnWithPollsWhereverItDied() throws Exception {
        diesAnywhere(POLLS, POLLS_YAML);
    }

    @Test
    void doesNotGoOnWithAnUploadThatHasChanged() throws Exception {
        Path file = Files.writeString(directory.resolve("rows.csv"), CASES);
        ImportStatus begun = Samples.queued("i1", "0".repeat(64), Files.size(file));
        MemoryLedger ledger = new MemoryLedger();
        Notes notes = new Notes(begun, 1);
        run(begun, file, CASES_YAML, 3, ledger, notes);
        assertThat(notes.written.state()).isEqualTo(ImportState.FAILED);
        assertThat(notes.written.error()).contains("not what was sent");
        assertThat(ledger.streams.keySet()).containsExactly("import-i1");
    }
}
