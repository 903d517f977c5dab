package io.dovira.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.dovira.command.platform.Append;
import io.dovira.embedded.EmbeddedMongo;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** What becomes of imports when the service stops: in good order, or by kill -9. The database stays. */
class ImportsRestartIT {

    private static final String YAML = """
            mapping: 1
            source: town
            kind: case
            format: csv
            zone: UTC
            office: {id: Office, organisation: {id: {constant: o}}, region: {id: {constant: r}}}
            service: {id: {constant: advice}}
            case: {id: Case, opened: Opened}
            """;

    private static final ImportsProperties PROPERTIES =
            new ImportsProperties(DataSize.ofMegabytes(1), DataSize.ofMegabytes(1), 250, 10);

    @TempDir
    Path data;

    private EmbeddedMongo mongo;
    private MongoClient client;
    private ImportStore store;
    private Spool spool;
    private final MemoryLedger ledger = new MemoryLedger();

    @BeforeEach
    void open() {
        mongo = EmbeddedMongo.start(0, null);
        client = MongoClients.create(mongo.uri() + "/?retryWrites=false");
        store = new ImportStore(client.getDatabase("dovira_command"));
        spool = new Spool(data);
    }

    @AfterEach
    void close() {
        client.close();
        mongo.close();
    }

    private Imports service(Ledger into) {
        return new Imports(store, spool, into, PROPERTIES, FileReading.MAPPINGS, Clock.systemUTC());
    }

    private ImportStatus submit(Imports imports, int rows) throws Exception {
        StringBuilder text = new StringBuilder("Case,Office,Opened\n");
        for (int i = 0; i < rows; i++) {
            text.append(i).append(",A,2024-01-01\n");
        }
        Imports.Order order =
                new Imports.Order("rows.csv", YAML, FileReading.MAPPINGS.read(YAML), "q-1", "quality", null);
        return imports.submit(order, new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private ImportStatus over(Imports imports, String id) {
        await().until(() -> imports.find(id).orElseThrow().state().isOver());
        return imports.find(id).orElseThrow();
    }

    @Test
    void runsAfterTheNextStartWhatWasQueued() throws Exception {
        Imports before = service(ledger);
        ImportStatus queued = submit(before, 25);
        assertThat(queued.state()).isEqualTo(ImportState.QUEUED);

        Imports after = service(ledger);
        after.start();
        ImportStatus status = over(after, queued.id());
        after.stop();
        assertThat(status.state()).isEqualTo(ImportState.COMPLETED);
        assertThat(status.recorded()).isEqualTo(25);
        await().until(() -> !Files.exists(spool.file(queued.id())));
    }

    @Test
    void callsAnImportInterruptedThatAKillCutOffAndLetsTheNextCompleteIt() throws Exception {
        // As a killed process leaves it: running, with a batch recorded and the upload on disk.
        ImportStatus killed = submit(service(ledger), 25);
        Tally tally = new Tally(killed, Instant.EPOCH);
        store.update(tally.status(ImportState.RUNNING, 40, Instant.EPOCH, null, null));

        Imports after = service(ledger);
        after.start();
        ImportStatus status = over(after, killed.id());
        assertThat(status.state()).isEqualTo(ImportState.INTERRUPTED);
        assertThat(status.error()).contains("import the file again");
        assertThat(status.finishedAt()).isNotNull();
        assertThat(spool.file(killed.id())).doesNotExist();

        assertThat(over(after, submit(after, 25).id()).recorded()).isEqualTo(25);
        after.stop();
    }

    @Test
    void endsAfterTheBatchAtHandWhenTheServiceStops() throws Exception {
        CountDownLatch inFirstBatch = new CountDownLatch(1);
        CountDownLatch stopping = new CountDownLatch(1);
        MemoryLedger slow = new MemoryLedger() {
            @Override
            public List<Result> append(List<Append> appends) {
                List<Result> results = super.append(appends);
                if (next("case-town.0") > 0) {
                    inFirstBatch.countDown();
                    awaitQuietly(stopping);
                }
                return results;
            }
        };
        Imports imports = service(slow);
        imports.start();
        ImportStatus submitted = submit(imports, 1_000);
        inFirstBatch.await();
        Thread stop = Thread.ofVirtual().start(imports::stop);
        await().until(() -> imports.isStopping());
        stopping.countDown();
        stop.join();

        ImportStatus status = store.find(submitted.id()).orElseThrow();
        assertThat(status.state()).isEqualTo(ImportState.INTERRUPTED);
        assertThat(status.recorded()).isEqualTo(10);

        // The next import finds the ten and records the rest.
        Imports after = service(slow);
        after.start();
        ImportStatus again = over(after, submit(after, 1_000).id());
        after.stop();
        assertThat(again.recorded()).isEqualTo(990);
        assertThat(again.alreadyRecorded()).isEqualTo(10);
    }

    @Test
    void leavesTheImportsOfAnotherNodeAlone() throws Exception {
        ImportStatus theirs = submit(
                new Imports(
                        store,
                        new Spool(data.resolve("other")),
                        ledger,
                        PROPERTIES,
                        FileReading.MAPPINGS,
                        Clock.systemUTC()),
                5);
        Imports ours = service(ledger);
        ours.start();
        assertThat(over(ours, submit(ours, 3).id()).state()).isEqualTo(ImportState.COMPLETED);
        ours.stop();
        assertThat(store.find(theirs.id()).orElseThrow().state()).isEqualTo(ImportState.QUEUED);
    }

    @Test
    void failsAloudWhenTheLogDoesNotAnswer() throws Exception {
        Imports imports = service(new MemoryLedger() {
            @Override
            public List<Result> append(List<Append> appends) {
                if (next("case-town.0") > 0) {
                    throw new Unavailable("nobody there");
                }
                return super.append(appends);
            }
        });
        imports.start();
        ImportStatus status = over(imports, submit(imports, 25).id());
        imports.stop();
        assertThat(status.state()).isEqualTo(ImportState.FAILED);
        assertThat(status.error()).contains("nobody there").contains("import the file again");
        assertThat(status.recorded()).isEqualTo(10);
    }

    private static void awaitQuietly(@Nullable CountDownLatch latch) {
        try {
            java.util.Objects.requireNonNull(latch).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
