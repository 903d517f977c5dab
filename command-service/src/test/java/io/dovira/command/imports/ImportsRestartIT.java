package io.dovira.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.dovira.command.platform.Append;
import io.dovira.command.platform.NewFact;
import io.dovira.embedded.EmbeddedMongo;
import io.dovira.events.imports.ImportFact;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** The process dies inside the third batch; the thread does with it. */
    @Test
    void goesOnWithAnImportThatAKillCutOff() throws Exception {
        MemoryLedger whole = new MemoryLedger();
        Imports undisturbed = service(whole);
        undisturbed.start();
        ImportStatus first = over(undisturbed, submit(undisturbed, 55).id());
        undisturbed.stop();

        CountDownLatch inThirdBatch = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        Imports killed = service(new LinkedLedger(ledger) {
            @Override
            public List<Result> append(List<Append> appends) {
                if (ledger.next("case-town.25") > 0) {
                    inThirdBatch.countDown();
                    awaitQuietly(never);
                }
                return super.append(appends);
            }
        });
        killed.start();
        ImportStatus submitted = submit(killed, 55);
        inThirdBatch.await();
        assertThat(store.find(submitted.id()).orElseThrow().state()).isEqualTo(ImportState.RUNNING);

        Imports after = service(ledger);
        after.start();
        ImportStatus status = over(after, submitted.id());
        after.stop();
        assertThat(status.state()).isEqualTo(ImportState.COMPLETED);
        assertThat(status.recorded()).isEqualTo(55);
        assertThat(status.facts()).isEqualTo(first.facts());
        assertThat(ids(ledger)).isEqualTo(ids(whole));
        await().until(() -> !Files.exists(spool.file(submitted.id())));
    }

    /** Of the import itself only what it recorded: its own start and end bear its id. */
    private static List<String> ids(MemoryLedger ledger) {
        return ledger.facts.stream()
                .filter(fact -> !(fact.fact() instanceof ImportFact))
                .map(NewFact::eventId)
                .toList();
    }

    @Test
    void restsAfterTheBatchAtHandWhenTheServiceStops() throws Exception {
        CountDownLatch inFirstBatch = new CountDownLatch(1);
        CountDownLatch stopping = new CountDownLatch(1);
        Imports imports = service(new LinkedLedger(ledger) {
            @Override
            public List<Result> append(List<Append> appends) {
                List<Result> results = super.append(appends);
                if (next("case-town.0") > 0) {
                    inFirstBatch.countDown();
                    awaitQuietly(stopping);
                }
                return results;
            }
        });
        imports.start();
        ImportStatus submitted = submit(imports, 1_000);
        inFirstBatch.await();
        Thread stop = Thread.ofVirtual().start(imports::stop);
        await().until(imports::isStopping);
        stopping.countDown();
        stop.join();

        ImportStatus status = store.find(submitted.id()).orElseThrow();
        assertThat(status.state()).isEqualTo(ImportState.RUNNING);
        assertThat(status.finishedAt()).isNull();
        assertThat(status.recorded()).isEqualTo(10);
        assertThat(ledger.streams.get("case-town.10")).isNull();

        Imports after = service(ledger);
        after.start();
        ImportStatus ended = over(after, submitted.id());
        after.stop();
        assertThat(ended.state()).isEqualTo(ImportState.COMPLETED);
        assertThat(ended.recorded()).isEqualTo(1_000);
        assertThat(ended.startedAt()).isEqualTo(status.startedAt());
        assertThat(ledger.streams.get("import-" + submitted.id())).hasSize(2);
    }

    @Test
    void givesUpAnImportDuringWhichTheServiceDiesEachTime() throws Exception {
        ImportStatus submitted = submit(service(ledger), 25);
        for (int i = 0; i < 5; i++) {
            store.begin(submitted.id());
        }
        Imports after = service(ledger);
        after.start();
        ImportStatus status = over(after, submitted.id());
        after.stop();
        assertThat(status.state()).isEqualTo(ImportState.FAILED);
        assertThat(status.error()).contains("died 5 times");
        assertThat(ledger.facts).isEmpty();
    }

    @Test
    void failsAnImportWhoseUploadIsGone() throws Exception {
        ImportStatus submitted = submit(service(ledger), 25);
        spool.drop(submitted.id());
        Imports after = service(ledger);
        after.start();
        ImportStatus status = over(after, submitted.id());
        after.stop();
        assertThat(status.state()).isEqualTo(ImportState.FAILED);
        assertThat(status.error()).contains("the upload is gone");
    }

    @Test
    void neverStartsWhatWasCancelledInTheQueue() throws Exception {
        // Cancelled by another node, or before a restart: only the store knows.
        ImportStatus submitted = submit(service(ledger), 25);
        store.requestCancel(submitted.id());
        Imports after = service(ledger);
        after.start();
        ImportStatus status = over(after, submitted.id());
        after.stop();
        assertThat(status.state()).isEqualTo(ImportState.CANCELLED);
        assertThat(ledger.facts).isEmpty();
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

    /** The one log, seen by one process. */
    private static class LinkedLedger implements Ledger {
        private final Ledger log;

        LinkedLedger(Ledger log) {
            this.log = log;
        }

        @Override
        public long head() {
            return log.head();
        }

        @Override
        public Map<String, Known> find(Collection<String> ids) {
            return log.find(ids);
        }

        @Override
        public Set<String> existing(Collection<String> streams) {
            return log.existing(streams);
        }

        @Override
        public long next(String stream) {
            return log.next(stream);
        }

        @Override
        public List<Result> append(List<Append> appends) {
            return log.append(appends);
        }
    }

    private static void awaitQuietly(@Nullable CountDownLatch latch) {
        try {
            java.util.Objects.requireNonNull(latch).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
