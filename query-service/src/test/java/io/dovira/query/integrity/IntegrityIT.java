package io.dovira.query.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.dovira.access.Roles;
import io.dovira.events.CameraId;
import io.dovira.events.CustodyId;
import io.dovira.events.Fact;
import io.dovira.events.OfficeId;
import io.dovira.events.PersonId;
import io.dovira.events.SurveyId;
import io.dovira.events.VisitId;
import io.dovira.events.custody.ArrivalFact.PersonApprehended;
import io.dovira.events.custody.DetentionGround;
import io.dovira.events.custody.RecordFact.Purpose;
import io.dovira.events.custody.RecordFact.RecordAccessed;
import io.dovira.events.feedback.SurveyAnswered;
import io.dovira.events.footage.CameraRemoved;
import io.dovira.events.visits.Channel;
import io.dovira.events.visits.VisitorArrived;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.NewEvent;
import io.dovira.eventstore.tlog.Checkpoint;
import io.dovira.eventstore.tlog.Hash;
import io.dovira.eventstore.tlog.Leaf;
import io.dovira.eventstore.tlog.NoteKey;
import io.dovira.eventstore.tlog.Proofs;
import io.dovira.eventstore.tlog.SignedNote;
import io.dovira.eventstore.tlog.StoredAppend;
import io.dovira.eventstore.tlog.TileTree;
import io.dovira.query.identity.TestIssuer;
import io.dovira.query.pages.RealService;
import io.dovira.query.platform.DoviraProperties;
import io.dovira.query.service.Api;
import io.dovira.query.service.Api.Answer;
import io.dovira.query.story.StoredStory;
import io.dovira.query.story.Story;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The seal of the whole service, as outsiders, auditors and everybody else see it. */
@RealService
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DirtiesContext
class IntegrityIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Made before Spring asks for it, which is before JUnit would make one. */
    private static final Path DIRECTORY = directory();

    private final EventLog log;
    private final MongoClient mongo;
    private final DoviraProperties properties;
    private final Map<String, Long> told = new HashMap<>();
    private long end;

    @LocalServerPort
    private int port;

    @Autowired
    IntegrityIT(EventLog log, MongoClient mongo, DoviraProperties properties) {
        this.log = log;
        this.mongo = mongo;
        this.properties = properties;
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("dovira-seal");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void aSealOfItsOwn(DynamicPropertyRegistry registry) {
        registry.add("dovira.seal.sign", () -> "true");
        registry.add("dovira.seal.origin", () -> "dovira.example/log");
        registry.add("dovira.seal.directory", DIRECTORY::toString);
        registry.add("dovira.seal.database", () -> "dovira_test_seal_" + Long.toHexString(System.nanoTime()));
        registry.add("dovira.seal.interval", () -> "100ms");
        registry.add("dovira.seal.patrol", () -> "100000");
    }

    @BeforeAll
    void record() {
        Story story = new Story();
        for (int i = 0; i < 60; i++) {
            String office = i % 2 == 0 ? "lviv" : "kyiv-" + i;
            story.office(office, "police", "west", "Europe/Kyiv").offers(office, "advice", 600);
        }
        told.put("office", 1L);
        tell(story, "visit", new VisitorArrived(new VisitId("v1"), new OfficeId("lviv"), Channel.IN_PERSON, null));
        tell(story, "custody", apprehended("c1"));
        tell(story, "custody of a stay that somebody reads", apprehended("c2"));
        tell(story, "access", new RecordAccessed(new CustodyId("c2"), "test-custody", Purpose.CARE, null));
        tell(story, "camera", new CameraRemoved(new CameraId("hall"), new OfficeId("lviv"), "worn"));
        tell(story, "feedback", answered());
        log.appendAll(story.facts().stream()
                .map(fact -> List.of(StoredStory.toAppend(fact)))
                .toList());
        end = log.head();
        assertThat(end).isGreaterThan(60);
        await().atMost(LIMIT).until(() -> state().get("sealed").asLong() == end);
    }

    private void tell(Story story, String what, Fact fact) {
        story.happens(Instant.now(), fact);
        told.put(what, (long) story.facts().size());
    }

    private static Fact answered() {
        return new SurveyAnswered(new SurveyId("s1"), new OfficeId("lviv"), null, null, 5, null, null, null);
    }

    private static Fact apprehended(String custody) {
        return new PersonApprehended(
                new CustodyId(custody),
                new PersonId("p-" + custody),
                new OfficeId("lviv"),
                DetentionGround.WITHOUT_RULING,
                false,
                false);
    }

    private Api nobody() {
        return Api.asNobody(port);
    }

    private JsonNode state() {
        return nobody().get("/api/v1/log/seal").json();
    }

    private Checkpoint checkpoint() {
        Answer answer = nobody().get("/checkpoint");
        NoteKey key = NoteKey.of(state().get("key").asString());
        return Checkpoint.of(key.verified(SignedNote.of(answer.text())));
    }

    private HttpResponse<byte[]> bytes(String path, String bearer) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (!bearer.isEmpty()) {
            request.header("Authorization", bearer);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static List<Hash> hashes(JsonNode proof) {
        return proof.get("hashes")
                .valueStream()
                .map(hash -> Hash.ofBase64(hash.asString()))
                .toList();
    }

    @Test
    @Order(1)
    void servesTheCheckpointAsTheSpecificationSays() {
        Answer answer = nobody().get("/checkpoint");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace(" ", ""))
                .isEqualTo("text/plain;charset=utf-8");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(checkpoint().origin()).isEqualTo("dovira.example/log");
        assertThat(checkpoint().size()).isEqualTo(end);
    }

    @Test
    @Order(1)
    void servesTilesThatGiveTheRootOfTheCheckpoint() throws Exception {
        Checkpoint head = checkpoint();
        TileTree tree = new TileTree(
                tile -> {
                    try {
                        HttpResponse<byte[]> answer = bytes("/tile/" + tile.path(), "");
                        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
                        assertThat(answer.headers().firstValue("Cache-Control"))
                                .hasValue("max-age=31536000, public, immutable");
                        return answer.body();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                },
                head.size());

        assertThat(tree.root()).isEqualTo(head.root());
    }

    @ParameterizedTest
    @Order(1)
    @ValueSource(
            strings = {
                "0/000",
                "0/001.p/1",
                "1/000.p/1",
                "0/000.p/0",
                "0/0",
                "entries/000.p/1",
                "nothing",
                "0/000.p/255"
            })
    void hasNoOtherTile(String path) {
        assertThat(nobody().get("/tile/" + path).status()).isEqualTo(404);
    }

    @Test
    @Order(1)
    void provesThatAnEventIsInTheLog() throws Exception {
        Checkpoint head = checkpoint();
        for (long position : List.of(1L, 2L, end / 2, end)) {
            JsonNode proof =
                    nobody().get("/api/v1/log/proof", "position=" + position).json();
            Hash leaf = Hash.ofBase64(proof.get("leaf").asString());

            assertThat(Proofs.includes(leaf, position - 1, head.size(), hashes(proof), head.root()))
                    .isTrue();
            assertThat(proof.get("checkpoint").asString())
                    .isEqualTo(nobody().get("/checkpoint").text());
            assertThat(leaf).isEqualTo(exported().get((int) position - 1).hash());
        }
    }

    @Test
    @Order(1)
    void provesThatTheLogBeganAsItWas() {
        Checkpoint head = checkpoint();
        for (long from : List.of(1L, 7L, 64L, end - 1, end)) {
            JsonNode proof =
                    nobody().get("/api/v1/log/consistency", "from=" + from).json();

            assertThat(Proofs.consistent(
                            from,
                            Hash.ofBase64(proof.get("fromRoot").asString()),
                            head.size(),
                            head.root(),
                            hashes(proof)))
                    .isTrue();
        }
        JsonNode former =
                nobody().get("/api/v1/log/consistency", "from=3", "to=9").json();
        assertThat(former.get("toRoot").asString())
                .isEqualTo(nobody().get("/api/v1/log/consistency", "from=9")
                        .json()
                        .get("fromRoot")
                        .asString());
    }

    @ParameterizedTest
    @Order(1)
    @CsvSource({
        "proof, position=0, 400, bad-value",
        "proof, position=-1, 400, bad-value",
        "proof, position=x, 400, bad-value",
        "proof, position=99999999, 409, not-sealed-yet",
        "proof, position=5&size=4, 400, bad-value",
        "proof, position=5&size=99999999, 409, not-sealed-yet",
        "consistency, from=0, 400, bad-value",
        "consistency, from=9&to=8, 400, bad-value",
        "consistency, from=1&to=99999999, 409, not-sealed-yet"
    })
    void refusesWithAReason(String what, String parameters, int status, String problem) {
        Answer answer = nobody().get("/api/v1/log/" + what, parameters.split("&"));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
    }

    private List<Leaf> exported() throws Exception {
        byte[] all =
                bytes("/api/v1/log/commits.bson", TestIssuer.bearer("auditor")).body();
        List<Leaf> leaves = new ArrayList<>();
        for (int at = 0; at < all.length; ) {
            int length = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
            leaves.addAll(StoredAppend.read(Arrays.copyOfRange(all, at, at + length), leaves.size() + 1));
            at += length;
        }
        return leaves;
    }

    @Test
    @Order(1)
    void handsOutTheStoredBytesToThoseWhoMaySeeEverything() throws Exception {
        assertThat(exported()).hasSize((int) end);
        assertThat(bytes("/api/v1/log/commits.bson", TestIssuer.reader("*")).statusCode())
                .isEqualTo(200);
        assertThat(bytes("/api/v1/log/commits.bson", TestIssuer.reader("visit.*", "custody.*"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(bytes("/api/v1/log/commits.bson", TestIssuer.bearer("integrator"))
                        .statusCode())
                .as("of whom nothing is said")
                .isEqualTo(403);
        assertThat(bytes("/api/v1/log/commits.bson", TestIssuer.bearer("auditor", "lviv"))
                        .statusCode())
                .isEqualTo(403);
        for (String role : List.of("clerk", "manager", "quality", "custody")) {
            assertThat(bytes("/api/v1/log/commits.bson", TestIssuer.bearer(role))
                            .statusCode())
                    .as(role)
                    .isEqualTo(403);
        }
        assertThat(nobody().get("/api/v1/log/commits.bson").status()).isEqualTo(401);
    }

    @Test
    @Order(1)
    void aReceiptHoldsWhatIsSealedOfTheFact() {
        JsonNode receipt = Api.as(port, "clerk").get("/api/v1/log/receipts/1").json();
        Leaf leaf = Leaf.of(Base64.getUrlDecoder().decode(receipt.get("receipt").asString()));

        assertThat(leaf.position()).isEqualTo(1);
        assertThat(leaf.id()).isEqualTo(log.event(1).orElseThrow().id());
        assertThat(leaf.hash().base64())
                .isEqualTo(nobody().get("/api/v1/log/proof", "position=1")
                        .json()
                        .get("leaf")
                        .asString());
        assertThat(receipt.get("link").asString())
                .endsWith("/integrity#" + receipt.get("receipt").asString());
    }

    @Test
    @Order(1)
    void aReceiptIsForThoseWhoMaySeeTheOffice() {
        assertThat(nobody().get("/api/v1/log/receipts/1").status()).isEqualTo(401);
        assertThat(Api.as(port, "clerk", "elsewhere")
                        .get("/api/v1/log/receipts/1")
                        .status())
                .isEqualTo(403);
        assertThat(Api.as(port, "clerk").get("/api/v1/log/receipts/99999999").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @Order(1)
    @CsvSource({
        "office, clerk manager custody quality auditor admin integrator",
        "visit, clerk manager quality auditor admin integrator",
        "camera, custody manager quality auditor admin",
        "feedback, clerk manager quality auditor admin",
        "custody, auditor admin",
        "custody of a stay that somebody reads, custody auditor admin",
    })
    void aReceiptIsForThoseWhoSeeWhatTheFactIsOf(String what, String roles) {
        for (String role : Roles.ALL) {
            Answer answer = Api.as(port, role).get("/api/v1/log/receipts/" + told.get(what));

            assertThat(answer.status())
                    .as(role)
                    .isEqualTo(List.of(roles.split(" ")).contains(role) ? 200 : 403);
        }
    }

    @Test
    @Order(1)
    void aReceiptOfACustodyRecordIsForThoseWhoHaveSaidWhatFor() {
        Answer answer = Api.as(port, "quality").get("/api/v1/log/receipts/" + told.get("custody"));

        assertThat(answer.problem()).isEqualTo("purpose-needed");
        assertThat(answer.text()).doesNotContain("apprehended");
    }

    @Test
    @Order(1)
    void anIntegratorHasReceiptsOfWhatTheTokenNames() throws Exception {
        String reader = TestIssuer.reader("custody.person-apprehended");

        assertThat(bytes("/api/v1/log/receipts/" + told.get("custody"), reader).statusCode())
                .isEqualTo(200);
        for (String other : List.of("access", "visit", "office")) {
            assertThat(bytes("/api/v1/log/receipts/" + told.get(other), reader).statusCode())
                    .as(other)
                    .isEqualTo(403);
        }
    }

    /** Hashes, sizes, positions, times of signing: nothing of what was recorded. */
    @Test
    @Order(1)
    void tellsTheWorldNothingOfWhatWasRecorded() {
        String open = String.join(
                "\n",
                nobody().get("/api/v1/log/seal").text(),
                nobody().get("/api/v1/log/proof", "position=1").text(),
                nobody().get("/api/v1/log/consistency", "from=1").text(),
                nobody().get("/integrity", List.of("Accept", "text/html")).text());

        assertThat(open).doesNotContain("lviv", log.event(1).orElseThrow().id(), "office.");
    }

    @Test
    @Order(1)
    void showsItsPageToEverybody() {
        Answer page = nobody().get("/integrity", List.of("Accept", "text/html"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("id=\"receipt\"", "/checkpoint");
    }

    @Test
    @Order(1)
    void tellsOperatorsHowFarItIs() {
        String meters = Api.as(port, "admin").get("/actuator/prometheus").text();

        assertThat(meters)
                .contains("dovira_seal_position " + (double) end)
                .contains("dovira_seal_lag 0.0", "dovira_seal_behind_seconds 0.0", "dovira_seal_contradicted 0.0");
        await().atMost(LIMIT).until(() -> state().get("checkedTo").asLong() > 0);
        assertThat(state().get("standing").asString()).isEqualTo("SEALED");
        assertThat(nobody().get("/actuator/health").json().get("status").asString())
                .isEqualTo("UP");
    }

    /** The last one: what it does to the log cannot be undone. */
    @Test
    @Order(2)
    void saysEverywhereThatTheLogWasChangedAndSignsNothingMore() {
        String before = nobody().get("/checkpoint").text();
        mongo.getDatabase(properties.mongodb().logDatabase())
                .getCollection("commits")
                .updateOne(Filters.eq("_id", end), Updates.set("ev.0.meta.actor", "somebody-else"));
        NewEvent like = StoredStory.toAppend(new Story()
                .office("odesa", "police", "south", "Europe/Kyiv")
                .facts()
                .getFirst());
        log.append(List.of(new NewEvent(
                "one-more",
                like.type(),
                like.revision(),
                like.stream(),
                0,
                like.occurredAt(),
                List.of(),
                like.payload(),
                like.meta())));

        await().atMost(LIMIT).until(() -> state().get("standing").asString().equals("CONTRADICTED"));
        assertThat(state().get("brokenAt").asLong()).isEqualTo(end);
        assertThat(nobody().get("/checkpoint").text()).isEqualTo(before);
        Answer health = nobody().get("/actuator/health");
        assertThat(health.json().get("status").asString()).isEqualTo("CONTRADICTED");
        assertThat(health.status()).isEqualTo(200);
        assertThat(Api.as(port, "admin").get("/actuator/prometheus").text()).contains("dovira_seal_contradicted 1.0");
    }
}
