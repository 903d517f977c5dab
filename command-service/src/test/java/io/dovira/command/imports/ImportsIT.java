package io.dovira.command.imports;

import static io.dovira.command.imports.ImportClient.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dovira.command.TestDatabase;
import io.dovira.command.identity.TestIssuer;
import io.dovira.command.imports.ImportClient.Answer;
import io.dovira.command.imports.mapping.BuiltInMappings.BuiltIn;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.StoredEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Import over HTTP into a real log. Each test has a source of its own. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"dovira.imports.batch=50", "dovira.imports.max-upload=2MB", "dovira.imports.max-unpacked=8MB"})
@Import({TestDatabase.class, TestIssuer.class})
class ImportsIT {

    private static final String HEADER = "Number,Office,Opened,Closed\n";

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void data(DynamicPropertyRegistry registry) {
        registry.add("dovira.data", data::toString);
    }

    @LocalServerPort
    private int port;

    @Autowired
    private EventLog log;

    private ImportClient client;
    private String source;
    private String yaml;

    @BeforeEach
    void connect(TestInfo test) {
        client = new ImportClient(port);
        source = "t" + Integer.toHexString(test.getDisplayName().hashCode());
        yaml = """
                mapping: 1
                source: %s
                kind: case
                format: csv
                zone: UTC
                office: {id: Office, organisation: {id: {constant: town}}, region: {id: {constant: west}}}
                service: {id: {constant: advice}}
                case: {id: Number, opened: Opened, closed: Closed}
                skip: [{when: {column: Number, is: "0"}, reason: a test record}]
                warn: [{when: {column: Closed, empty: true}, reason: still open}]
                """.formatted(source);
    }

    private List<StoredEvent> stream(String caseId) {
        return log.readStream("case-" + source + "." + caseId, 0);
    }

    private Set<String> imports() {
        Set<String> ids = new HashSet<>();
        client.get("/api/v1/imports?limit=200")
                .body()
                .path("items")
                .forEach(each -> ids.add(each.path("id").asString()));
        return ids;
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    private static String rows(int n) {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 1; i <= n; i++) {
            rows.append(i).append(",A,2024-05-01 10:00,2024-05-02 10:00\n");
        }
        return rows.toString();
    }

    @Test
    void recordsAFileAndCountsWhatBecameOfItsRows() throws Exception {
        String text = HEADER
                + "0,A,2024-05-01 10:00,\n1,A,2024-05-01 10:00,\n2,B,2024-05-01 11:00,2024-05-02 11:00\n3,,2024-05-01 11:00,\n4,A\n";
        Answer answer = client.send(file(gzip(text), "rows.csv.gz"), yaml);
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.location()).isEqualTo("/api/v1/imports/" + answer.text("id"));
        assertThat(answer.text("state")).isEqualTo("QUEUED");

        JsonNode status = client.over(answer.text("id"));
        assertThat(status.path("state").asString()).isEqualTo("COMPLETED");
        assertThat(status.path("read").asInt()).isEqualTo(5);
        assertThat(status.path("recorded").asInt()).isEqualTo(2);
        assertThat(status.path("skipped").asInt()).isEqualTo(1);
        assertThat(status.path("rejected").asInt()).isEqualTo(2);
        assertThat(status.path("percent").asDouble()).isEqualTo(100);
        assertThat(status.path("cases").asInt()).isEqualTo(2);
        assertThat(status.path("offices").asInt()).isEqualTo(2);
        // Two offices, a service in each, two openings, one closing.
        assertThat(status.path("facts").asInt()).isEqualTo(7);
        assertThat(status.path("problems").toString())
                .isEqualTo(
                        "[{\"line\":5,\"reason\":\"no office\"},{\"line\":6,\"reason\":\"the row has 2 fields, the header has 4\"}]");
        assertThat(status.path("skips").toString())
                .isEqualTo("[{\"reason\":\"a test record\",\"count\":1,\"examples\":[2]}]");
        assertThat(status.path("warnings").toString())
                .isEqualTo("[{\"reason\":\"still open\",\"count\":1,\"examples\":[3]}]");
        assertThat(stream("2")).extracting(StoredEvent::type).containsExactly("case.case-opened", "case.case-closed");
        StoredEvent opened = stream("1").getFirst();
        assertThat(opened.meta().getString("origin").getValue()).isEqualTo("IMPORTED");
        assertThat(opened.meta().getString("correlation").getValue()).isEqualTo(answer.text("id"));
        assertThat(opened.meta().getString("office").getValue()).isEqualTo(source + ".A");
    }

    @Test
    void keepsOnlyTheLastPartOfAFileName() {
        assertThat(client.run(file(rows(1), "C:\\Users\\Olena\\rows.csv"), yaml)
                        .path("fileName")
                        .asString())
                .isEqualTo("rows.csv");
    }

    @Test
    void cutsReasonsThatAFileMakesLong() {
        JsonNode status = client.run(
                file(HEADER + "0,A,2024-05-01 10:00,\n", "rows.csv"),
                yaml.replace("reason: a test record", "reason: \"" + "long ".repeat(200) + "\""));
        assertThat(status.path("skips").path(0).path("reason").asString()).hasSize(400);
    }

    @Test
    void countsRecordsOfALogThatStandsInOneLine() {
        StringBuilder log = new StringBuilder("<log>");
        for (int i = 1; i <= 3; i++) {
            log.append("<trace><string key=\"concept:name\" value=\"%d\"/>".formatted(i));
            log.append(event("s1", 11)).append(event("s2", 12)).append("</trace>");
        }
        String xes = log.append("</log>").toString();
        String mapping = """
                mapping: 1
                source: %s
                kind: case
                format: xes
                zone: UTC
                office: {id: {constant: A}, organisation: {id: {constant: town}}, region: {id: {constant: west}}}
                service: {id: {constant: advice}}
                case: {id: "case:concept:name"}
                step: {activity: "concept:name", at: "time:timestamp"}
                """.formatted(source);
        assertThat(client.run(file(xes, "log.xes"), mapping).path("recorded").asInt())
                .isEqualTo(6);
        // One trace has one event more: only that is new, though all stand in the same line.
        String more = xes.replaceFirst("</trace>", event("s3", 13) + "</trace>");
        JsonNode again = client.run(file(more, "log.xes"), mapping);
        assertThat(again.path("recorded").asInt()).isEqualTo(1);
        assertThat(again.path("alreadyRecorded").asInt()).isEqualTo(6);
    }

    private static String event(String activity, int hour) {
        return "<event><string key=\"concept:name\" value=\"%s\"/><date key=\"time:timestamp\" value=\"2024-05-01T%d:00:00Z\"/></event>"
                .formatted(activity, hour);
    }

    @Test
    void tellsTheLogWhoImportedWhat() {
        JsonNode status = client.run(file(rows(1), "rows.csv"), yaml);
        List<StoredEvent> facts = log.readStream("import-" + status.path("id").asString(), 0);
        assertThat(facts)
                .extracting(StoredEvent::type)
                .containsExactly("import.import-started", "import.import-finished");
        assertThat(facts.getFirst().payload().getString("sha256").getValue())
                .isEqualTo(status.path("sha256").asString())
                .hasSize(64);
        assertThat(facts.getFirst().meta().getString("actor").getValue()).isEqualTo("test-quality");
        assertThat(facts.getLast().payload().getInt64("recorded").getValue()).isEqualTo(1);
    }

    @Test
    void recordsNothingTwice() {
        String text = rows(120);
        assertThat(client.run(file(text, "rows.csv"), yaml).path("recorded").asInt())
                .isEqualTo(120);
        long head = log.head();
        JsonNode again = client.run(file(text, "other-name.csv"), yaml);
        assertThat(again.path("recorded").asInt()).isZero();
        assertThat(again.path("facts").asInt()).isZero();
        assertThat(again.path("alreadyRecorded").asInt()).isEqualTo(120);
        assertThat(again.path("skipped").asInt()).isEqualTo(120);
        // Only its own start and end.
        assertThat(log.head()).isEqualTo(head + 2);
    }

    @Test
    void appendsOnlyWhatANewerCopyAdds() {
        client.run(file(HEADER + "1,A,2024-05-01 10:00,\n2,A,2024-05-01 10:00,\n", "old.csv"), yaml);
        JsonNode newer = client.run(
                file(
                        HEADER
                                + "1,A,2024-05-01 10:00,2024-05-03 10:00\n2,A,2024-05-01 10:00,\n3,A,2024-05-01 10:00,\n",
                        "new.csv"),
                yaml);
        assertThat(newer.path("recorded").asInt()).isEqualTo(2);
        assertThat(newer.path("alreadyRecorded").asInt()).isEqualTo(1);
        assertThat(newer.path("facts").asInt()).isEqualTo(2);
        assertThat(newer.path("cases").asInt()).isEqualTo(1);
        assertThat(stream("1")).extracting(StoredEvent::type).containsExactly("case.case-opened", "case.case-closed");
    }

    @Test
    void reportsAContradictionAndOverwritesNothing() {
        client.run(file(HEADER + "1,A,2024-05-01 10:00,\n", "old.csv"), yaml);
        JsonNode newer = client.run(
                file(HEADER + "1,A,2024-05-01 10:30,2024-05-03 10:00\n2,A,2024-05-01 10:00,\n", "new.csv"), yaml);
        assertThat(newer.path("rejected").asInt()).isEqualTo(1);
        assertThat(newer.path("recorded").asInt()).isEqualTo(1);
        assertThat(newer.path("problems").path(0).path("reason").asString())
                .isEqualTo(
                        "case 1 contradicts what is recorded: CaseOpened is recorded for 2024-05-01T10:00:00Z, the file says 2024-05-01T10:30:00Z");
        assertThat(stream("1")).hasSize(1);
    }

    @Test
    void rejectsACaseThatStandsTwiceInOneFile() {
        // Near each other, and in different batches.
        String text = rows(60) + "60,A,2024-05-01 10:00,2024-05-02 10:00\n1,A,2024-05-09 10:00,\n";
        JsonNode status = client.run(file(text, "rows.csv"), yaml);
        assertThat(status.path("recorded").asInt()).isEqualTo(60);
        assertThat(status.path("problems").toString())
                .isEqualTo(
                        "[{\"line\":62,\"reason\":\"case 60 stands twice in the file\"},{\"line\":63,\"reason\":\"case 1 stands twice in the file\"}]");
    }

    @Test
    void refusesAFileThatCannotBeImportedAndKeepsNothingOfIt() throws Exception {
        Set<String> before = imports();
        long head = log.head();
        byte[] packed = gzip(rows(2000));
        record Bad(Resource file, int status, String type) {}
        List<Bad> all = List.of(
                new Bad(file(Arrays.copyOf(packed, packed.length / 2), "cut.csv.gz"), 422, "file-cut-off"),
                new Bad(file(rows(3), "plain.csv.gz"), 422, "file-not-gzip"),
                new Bad(file(new byte[0], "empty.csv"), 422, "file-empty"),
                new Bad(file(rows(3) + "\0", "binary.csv"), 422, "file-binary"),
                new Bad(
                        file((rows(3) + "4,é,2024-05-01 10:00,\n").getBytes(StandardCharsets.ISO_8859_1), "latin.csv"),
                        422,
                        "file-wrong-encoding"),
                new Bad(file(rows(3) + "4,\"A,2024-05-01 10:00,\n", "quote.csv"), 422, "file-broken-csv"),
                new Bad(file("a,b\n1,2\n", "columns.csv"), 422, "file-missing-columns"),
                new Bad(file(gzip(rows(300_000)), "large.csv.gz"), 413, "file-too-large"),
                new Bad(file(new byte[3 << 20], "larger.csv"), 413, "file-too-large"));
        for (Bad bad : all) {
            Answer answer = client.send(bad.file(), yaml);
            assertThat(answer.text("type")).as(bad.type()).isEqualTo("urn:dovira:problem:" + bad.type());
            assertThat(answer.status()).as(bad.type()).isEqualTo(bad.status());
            assertThat(answer.text("detail")).isNotBlank();
        }
        assertThat(log.head()).isEqualTo(head);
        assertThat(imports()).isEqualTo(before);
        try (Stream<Path> files = Files.list(data.resolve("imports"))) {
            assertThat(files.map(each -> each.getFileName().toString())).containsOnly("node");
        }
    }

    @Test
    void saysInWhichLineTheEncodingIsWrong() {
        byte[] latin = (rows(3) + "4,é,2024-05-01 10:00,\n").getBytes(StandardCharsets.ISO_8859_1);
        JsonNode problem = client.send(file(latin, "latin.csv"), yaml).body();
        assertThat(problem.path("problems").path(0).path("line").asInt()).isEqualTo(5);
        JsonNode status = client.run(file(latin, "latin.csv"), yaml + "csv: {charset: ISO-8859-1}\n");
        assertThat(status.path("recorded").asInt()).isEqualTo(4);
    }

    @Test
    void takesAMappingAsAFileOrAsText() {
        assertThat(client.run(file(rows(1), "a.csv"), file(yaml, "town.yaml"))
                        .path("recorded")
                        .asInt())
                .isEqualTo(1);
        assertThat(client.run(file(rows(2), "b.csv"), yaml).path("recorded").asInt())
                .isEqualTo(1);
    }

    @Test
    void refusesAMappingWithThePlaceOfEveryFault() {
        Answer answer = client.send(file(rows(1), "a.csv"), yaml.replace("zone: UTC", "zone: Mars"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("type")).isEqualTo("urn:dovira:problem:mapping-refused");
        assertThat(answer.body().path("faults").path(0).path("path").asString()).isEqualTo("zone");
        assertThat(answer.body().path("faults").path(0).path("expected").asString())
                .contains("Mars");
    }

    @Test
    void refusesAMappingThatDoesNotExistAndNamesThoseThatDo() {
        Answer answer = client.send(file(rows(1), "a.csv"), "chicago-sentiment");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("detail")).contains("nyc311", "receipt-phase", "warsaw-queues", "visits");
    }

    @Test
    void refusesAFormWithoutFileOrMapping() {
        String bearer = TestIssuer.bearer("quality");
        assertThat(client.send(null, yaml, bearer, null).text("type")).isEqualTo("urn:dovira:problem:file-missing");
        assertThat(client.send(file(rows(1), "a.csv"), null, bearer, null).text("type"))
                .isEqualTo("urn:dovira:problem:mapping-missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"clerk", "integrator", "auditor", "custody"})
    void isForThoseWhoAnswerForQualityOnly(String role) {
        assertThat(client.send(file(rows(1), "a.csv"), yaml, TestIssuer.bearer(role), null)
                        .status())
                .isEqualTo(403);
        assertThat(client.ask(HttpMethod.GET, "/api/v1/imports", TestIssuer.bearer(role))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void isForAccountsOfAllOfficesOnly() {
        String bearer = TestIssuer.bearer("quality", "lviv-03");
        for (Answer answer : List.of(
                client.send(file(rows(1), "a.csv"), yaml, bearer, null),
                client.ask(HttpMethod.GET, "/api/v1/imports", bearer),
                client.ask(HttpMethod.GET, "/api/v1/imports/nothing", bearer),
                client.ask(HttpMethod.DELETE, "/api/v1/imports/nothing", bearer))) {
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.text("type")).isEqualTo("urn:dovira:problem:office-outside-scope");
        }
    }

    @Test
    void isForManagersToLookAtOnly() {
        String bearer = TestIssuer.bearer("manager");
        assertThat(client.send(file(rows(1), "a.csv"), yaml, bearer, null).status())
                .isEqualTo(403);
        assertThat(client.ask(HttpMethod.DELETE, "/api/v1/imports/nothing", bearer)
                        .status())
                .isEqualTo(403);
        assertThat(client.ask(HttpMethod.GET, "/api/v1/imports", bearer).status())
                .isEqualTo(200);
    }

    @Test
    void answersARepeatedRequestWithTheSameImport() {
        String bearer = TestIssuer.bearer("quality");
        Answer first = client.send(file(rows(1), "a.csv"), yaml, bearer, "key-" + source);
        Answer second = client.send(file(rows(1), "a.csv"), yaml, bearer, "key-" + source);
        assertThat(second.status()).isEqualTo(202);
        assertThat(second.text("id")).isEqualTo(first.text("id"));
        Answer other = client.send(file(rows(2), "a.csv"), yaml, bearer, "key-" + source);
        assertThat(other.text("type")).isEqualTo("urn:dovira:problem:idempotency-key-reused");
        client.over(first.text("id"));
    }

    @Test
    void listsImportsPageByPageTheNewestFirst() {
        for (int i = 1; i <= 5; i++) {
            client.run(file(rows(i), "rows-" + i + ".csv"), yaml);
        }
        JsonNode first = client.get("/api/v1/imports?limit=2").body();
        assertThat(first.path("items").path(0).path("fileName").asString()).isEqualTo("rows-5.csv");
        JsonNode second = client.get(
                        "/api/v1/imports?limit=2&page=" + first.path("next").asString())
                .body();
        assertThat(second.path("items").path(0).path("fileName").asString()).isEqualTo("rows-3.csv");
        assertThat(second.path("items").size()).isEqualTo(2);
    }

    @Test
    void cancelsAnImportAndKeepsWhatWasRecorded() {
        // Larger than one batch by far, so that there is something left to cancel.
        String text = rows(40_000);
        Answer answer = client.send(file(text, "rows.csv"), yaml);
        String path = "/api/v1/imports/" + answer.text("id");
        await().until(() -> client.get(path).body().path("recorded").asInt() > 0);
        Answer cancel = client.ask(HttpMethod.DELETE, path, TestIssuer.bearer("admin"));
        assertThat(cancel.status()).isEqualTo(202);
        JsonNode status = client.over(answer.text("id"));
        assertThat(status.path("state").asString()).isEqualTo("CANCELLED");
        int recorded = status.path("recorded").asInt();
        assertThat(recorded).isBetween(50, 39_950);
        assertThat(stream(String.valueOf(recorded))).hasSize(2);
        assertThat(stream(String.valueOf(recorded + 1))).isEmpty();
        assertThat(client.ask(HttpMethod.DELETE, path, TestIssuer.bearer("admin"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void knowsOnlyImportsThatExist() {
        assertThat(client.get("/api/v1/imports/nothing").status()).isEqualTo(404);
        assertThat(client.ask(HttpMethod.DELETE, "/api/v1/imports/nothing", TestIssuer.bearer("admin"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void showsTheMappingsThatComeWithIt() {
        JsonNode mappings = client.get("/api/v1/imports/mappings").body();
        assertThat(mappings.size()).isEqualTo(FileReading.BUILT_IN.all().size());
        assertThat(mappings.path(0).path("yaml").asString())
                .isEqualTo(
                        FileReading.BUILT_IN.find("nyc311").map(BuiltIn::yaml).orElseThrow());
        assertThat(client.get("/api/v1/imports/mappings/schema")
                        .body()
                        .path("$id")
                        .asString())
                .isEqualTo("urn:dovira:schema:mapping:v1");
    }
}
