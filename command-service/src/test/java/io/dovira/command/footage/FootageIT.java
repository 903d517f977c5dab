package io.dovira.command.footage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import io.dovira.access.Authorities;
import io.dovira.command.Api;
import io.dovira.command.Offices;
import io.dovira.command.TestDatabase;
import io.dovira.command.identity.TestIssuer;
import io.dovira.command.platform.Agenda;
import io.dovira.command.platform.Agendas;
import io.dovira.events.footage.IntegrityFinding;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.StoredEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Content over HTTP: in whole or not at all, out only for a purpose, and looked after. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"dovira.footage.largest=1MB", "dovira.footage.pause-between-rounds=10h"})
@Import({TestDatabase.class, TestIssuer.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FootageIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final Path DIRECTORY = directory();

    @LocalServerPort
    private int port;

    @Autowired
    private EventLog log;

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private FootageCare care;

    @Autowired
    private Agendas agendas;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private FootageHealth health;

    private Api admin;
    private Api quality;
    private int segments;

    @DynamicPropertySource
    static void storeHere(DynamicPropertyRegistry registry) {
        registry.add("dovira.footage.directory", DIRECTORY::toString);
    }

    @BeforeAll
    void hangTheCamera() {
        admin = Api.as(port, "admin");
        quality = Api.as(port, "quality");
        Offices.open(admin, "seen");
        assertThat(admin.post(
                                "/api/v1/cameras",
                                "{'camera': 'seen-1', 'office': 'seen', 'room': 'hall', 'area': 'front-office', 'retentionClass': 'standard',"
                                        + " 'occurredAt': '2026-01-01T00:00:00Z'}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void takesContentInAndGivesItOut() throws Exception {
        String id = segment();
        byte[] content = content(300_000);

        HttpResponse<byte[]> in = upload(id, hash(content), content);

        assertThat(in.statusCode())
                .as(new String(in.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        HttpResponse<byte[]> out = get(id, "?purpose=complaint&reference=17");
        assertThat(out.statusCode()).isEqualTo(200);
        assertThat(out.body()).isEqualTo(content);
        assertThat(out.headers().firstValue("Content-Type")).contains("video/mp4");
        assertThat(out.headers().firstValue("ETag")).contains('"' + hash(content) + '"');
        assertThat(types(id))
                .containsExactly("footage.segment-recorded", "footage.segment-ingested", "footage.footage-accessed");
        StoredEvent access = log.readStream("footage-" + id, 0).getLast();
        assertThat(access.payload().getString("by").getValue()).isEqualTo("test-quality");
        assertThat(access.payload().getString("reference").getValue()).isEqualTo("17");
        assertThat(access.meta().getString("office").getValue()).isEqualTo("seen");
        assertThat(quality.get("/api/v1/footage/" + id).at("/state/keepUntil")).isNotBlank();
    }

    @Test
    void answersRangesAsOneAccess() throws Exception {
        String id = segment();
        byte[] content = content(1000);
        upload(id, hash(content), content);

        HttpResponse<byte[]> middle = get(id, "?purpose=court", "Range", "bytes=100-199");
        assertThat(middle.statusCode()).isEqualTo(206);
        assertThat(middle.headers().firstValue("Content-Range")).contains("bytes 100-199/1000");
        assertThat(middle.body()).isEqualTo(Arrays.copyOfRange(content, 100, 200));
        assertThat(get(id, "?purpose=court", "Range", "bytes=-10").body())
                .isEqualTo(Arrays.copyOfRange(content, 990, 1000));
        assertThat(get(id, "?purpose=court", "Range", "bytes=990-").body()).hasSize(10);
        HttpResponse<byte[]> beyond = get(id, "?purpose=court", "Range", "bytes=1000-");
        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(beyond.headers().firstValue("Content-Range")).contains("bytes */1000");
        assertThat(get(id, "?purpose=court", "Range", "bytes=0-1,5-6").statusCode())
                .isEqualTo(200);
        assertThat(get(id, "?purpose=court", "Range", "bytes=0-1", "If-Range", "\"other\"")
                        .statusCode())
                .isEqualTo(200);

        assertThat(types(id)).filteredOn("footage.footage-accessed"::equals).hasSize(1);
        get(id, "?purpose=complaint");
        assertThat(types(id)).filteredOn("footage.footage-accessed"::equals).hasSize(2);
    }

    @Test
    void givesNothingOutWithoutAPurposeOrTheRightToIt() throws Exception {
        String id = segment();
        assertThat(problem(get(id, "?purpose=court"))).isEqualTo("content-not-here");
        byte[] content = content(100);
        upload(id, hash(content), content);

        assertThat(problem(get(id, ""))).isEqualTo("invalid-request");
        assertThat(problem(get(id, "?purpose=curiosity"))).isEqualTo("invalid-request");
        assertThat(problem(get(id, "?purpose=court&copy=" + "ab".repeat(32)))).isEqualTo("copy-unknown");
        assertThat(problem(get("nothing", "?purpose=court"))).isEqualTo("footage-unknown");
        assertThat(problem(getAs(TestIssuer.bearer("quality", "elsewhere"), id, "?purpose=court")))
                .isEqualTo("office-outside-scope");
        assertThat(getAs(TestIssuer.bearer("clerk"), id, "?purpose=court").statusCode())
                .isEqualTo(403);
        assertThat(types(id)).containsExactly("footage.segment-recorded", "footage.segment-ingested");
    }

    /** A browser sends the session along with any link; the fact that somebody watched needs more than that. */
    @Test
    void recordsForASessionOnlyWhatTheFormSays() throws Exception {
        String id = segment();
        byte[] content = content(100);
        upload(id, hash(content), content);
        MockMvc browser = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        RequestPostProcessor session =
                user("olena").authorities(Authorities.role("quality"), Authorities.everyOffice());
        String address = "/api/v1/footage/" + id + "/content?purpose=COURT&reference=17%2F2026";
        String form = "/footage/" + id + "/watch";

        MvcResult lured = browser.perform(
                        MockMvcRequestBuilders.get(URI.create(address)).with(session))
                .andReturn();
        assertThat(lured.getResponse().getStatus()).isEqualTo(403);
        assertThat(lured.getResponse().getContentAsString()).contains("purpose-needed");
        assertThat(browser.perform(MockMvcRequestBuilders.post(form)
                                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                                .param("purpose", "COURT")
                                .with(session))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
        assertThat(types(id)).doesNotContain("footage.footage-accessed");

        assertThat(browser.perform(MockMvcRequestBuilders.get(form).with(session))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("name=\"_csrf\"", "REDACTION");
        MvcResult said = browser.perform(MockMvcRequestBuilders.post(form)
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .param("purpose", "COURT")
                        .param("reference", "17/2026")
                        .param("key", "k-watch")
                        .with(session)
                        .with(csrf()))
                .andReturn();
        assertThat(said.getResponse().getStatus()).isEqualTo(303);
        assertThat(said.getResponse().getHeader("Location")).isEqualTo(address);
        assertThat(browser.perform(
                                MockMvcRequestBuilders.get(URI.create(address)).with(session))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .isEqualTo(content);
        assertThat(types(id)).filteredOn("footage.footage-accessed"::equals).hasSize(1);
    }

    @Test
    void leavesNothingOfContentThatWasNotAnnounced() throws Exception {
        String id = segment();
        byte[] content = content(5000);
        long head = log.head();
        List<Path> before = files();

        assertThat(problem(upload(id, "ab".repeat(32), content))).isEqualTo("content-differs");
        assertThat(problem(upload(id, "AB".repeat(32), content))).isEqualTo("invalid-request");
        assertThat(problem(upload(id, hash(new byte[0]), new byte[0]))).isEqualTo("content-differs");
        byte[] much = content(1_048_577);
        assertThat(problem(upload(id, hash(much), much))).isEqualTo("body-too-large");
        assertThat(problem(upload("nothing", hash(content), content))).isEqualTo("footage-unknown");
        assertThat(problem(send(post(id, "ingest", "sha256=" + hash(content) + "&occurredAt=soon", content))))
                .isEqualTo("invalid-request");
        assertThat(problem(send(
                        post(id, "ingest", "sha256=" + hash(content) + "&occurredAt=2199-01-01T00:00:00Z", content))))
                .isEqualTo("in-the-future");

        assertThat(log.head()).isEqualTo(head);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void takesContentOnceAndAnswersARepeat() throws Exception {
        String id = segment();
        byte[] content = content(5000);
        HttpRequest.Builder once =
                post(id, "ingest", "sha256=" + hash(content), content).header("Idempotency-Key", "k-" + id);

        HttpResponse<byte[]> first = send(once);
        List<Path> after = files();
        HttpResponse<byte[]> again = send(once);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(problem(upload(id, hash(content), content))).isEqualTo("content-here");
        assertThat(types(id)).containsExactly("footage.segment-recorded", "footage.segment-ingested");
        assertThat(files()).isEqualTo(after);
    }

    @Test
    void keepsRedactedCopiesBesideTheOriginal() throws Exception {
        String id = segment();
        byte[] content = content(5000);
        byte[] copy = content(4000);
        assertThat(problem(send(post(id, "redacted", "sha256=" + hash(copy), copy))))
                .isEqualTo("content-not-here");
        upload(id, hash(content), content);

        assertThat(send(post(id, "redacted", "sha256=" + hash(copy), copy)).statusCode())
                .isEqualTo(200);

        assertThat(get(id, "?purpose=subject-request&copy=" + hash(copy)).body())
                .isEqualTo(copy);
        assertThat(problem(send(post(id, "redacted", "sha256=" + hash(copy), copy))))
                .isEqualTo("copy-exists");
    }

    /** Somebody changes a file, another disappears; each is said once, shown as an alarm, and the others are left alone. */
    @Test
    void findsWhatWasChangedAndWhatIsMissing() throws Exception {
        String changed = segment();
        String missing = segment();
        String sound = segment();
        for (String id : List.of(changed, missing, sound)) {
            byte[] content = content(2000 + segments);
            upload(id, hash(content), content);
        }
        Files.write(fileOf(changed), content(7));
        Files.delete(fileOf(missing));

        for (int i = 0; i < 2; i++) {
            assertThat(check(changed)).isEqualTo(i == 0 ? "200" : "409");
            assertThat(check(missing)).isEqualTo(i == 0 ? "200" : "409");
            assertThat(check(sound)).isEqualTo("200");
        }

        assertThat(types(changed))
                .filteredOn("footage.integrity-checked"::equals)
                .hasSize(1);
        assertThat(quality.get("/api/v1/footage/" + changed).at("/state/files/0/broken"))
                .isEqualTo(IntegrityFinding.CHANGED.name());
        assertThat(quality.get("/api/v1/footage/" + missing).at("/state/files/0/broken"))
                .isEqualTo(IntegrityFinding.MISSING.name());
        assertThat(problem(get(missing, "?purpose=court"))).isEqualTo("content-missing");
        care.round();
        assertThat(meters.get("dovira.footage.broken").gauge().value()).isEqualTo(2);
        assertThat(Objects.requireNonNull(health.health()).getStatus()).isEqualTo(FootageHealth.BROKEN);
    }

    /** By the interface and by the form; either answers what stands open, once. */
    @Test
    void isExplainedByWhoWorksWithIt() throws Exception {
        String id = segment();
        String other = segment();
        for (String each : List.of(id, other)) {
            assertThat(quality.post(
                                    "/api/v1/footage/" + each + "/gap",
                                    "{'from': '2026-11-02T07:01:00Z', 'to': '2026-11-02T07:02:00Z', 'cause': 'COVERED'}")
                            .at("/state/unanswered/0"))
                    .isEqualTo("GAP");
        }
        Api.Reply explained =
                quality.post("/api/v1/footage/" + id + "/explain", "{'flaw': 'gap', 'explanation': 'cleaning'}");
        assertThat(explained.status()).as(explained.body()).isEqualTo(200);
        assertThat(explained.body()).contains("\"unanswered\":[]");

        MockMvc browser = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        RequestPostProcessor session =
                user("olena").authorities(Authorities.role("custody"), Authorities.everyOffice());
        String form = "/footage/" + other + "/explain";
        assertThat(browser.perform(
                                MockMvcRequestBuilders.get(form + "?flaw=GAP").with(session))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("name=\"_csrf\"", "value=\"GAP\" selected");
        MockHttpServletRequestBuilder filled = MockMvcRequestBuilders.post(form)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .param("flaw", "GAP")
                .param("explanation", "cleaning")
                .param("key", "k-explain")
                .with(session);
        assertThat(browser.perform(filled).andReturn().getResponse().getStatus())
                .as("without a token")
                .isEqualTo(403);
        for (int twice = 0; twice < 2; twice++) {
            MvcResult said = browser.perform(filled.with(csrf())).andReturn();
            assertThat(said.getResponse().getStatus()).isEqualTo(303);
            assertThat(said.getResponse().getHeader("Location")).endsWith("/footage?segment=" + other);
        }
        assertThat(types(other)).filteredOn("footage.flaw-explained"::equals).hasSize(1);
        assertThat(browser.perform(filled.param("key", "another").with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .as("nothing waits for it")
                .isEqualTo(409);
    }

    /** Its retention is long over when it comes in: thirty days after January. */
    @Test
    void deletesWhatIsKeptNoLongerUnlessAHoldKeepsIt() throws Exception {
        String over = segmentOf("2026-01-05T10:00:00Z", "2026-01-05T10:15:00Z");
        String held = segmentOf("2026-01-05T10:15:00Z", "2026-01-05T10:30:00Z");
        byte[] content = content(3000);
        upload(over, hash(content), content);
        upload(held, hash(content), content);
        Path overFile = fileOf(over);
        Path heldFile = fileOf(held);
        assertThat(quality.post("/api/v1/footage/" + held + "/hold", "{'hold': 'h1', 'ground': 'complaint'}")
                        .status())
                .isEqualTo(200);

        care.round();

        assertThat(types(over)).endsWith("footage.retention-expired", "footage.footage-purged");
        assertThat(overFile).doesNotExist();
        assertThat(problem(get(over, "?purpose=court"))).isEqualTo("content-gone");
        assertThat(quality.get("/api/v1/footage/" + over).at("/state/files/0/sha256"))
                .isEqualTo(hash(content));
        assertThat(heldFile).exists();
        assertThat(get(held, "?purpose=court").body()).isEqualTo(content);

        quality.post("/api/v1/footage/" + held + "/release", "{'hold': 'h1', 'reason': 'over'}");
        care.round();
        assertThat(heldFile).doesNotExist();
        assertThat(types(held)).endsWith("footage.retention-expired", "footage.footage-purged");
        long head = log.head();
        care.round();
        assertThat(log.head()).isEqualTo(head);
        Agenda due = agendas.of(FootageCare.AGENDA);
        assertThat(due.by(Instant.now(), 100))
                .as("nothing is looked at before it is due, and what is gone never again")
                .doesNotContain("footage-" + over, "footage-" + held);
        assertThat(due.by(Instant.now().plus(Duration.ofDays(3_650)), 100))
                .doesNotContain("footage-" + over, "footage-" + held);
    }

    private String check(String id) {
        return String.valueOf(
                quality.post("/api/v1/footage/" + id + "/check", null).status());
    }

    private String segment() {
        return segmentOf("2026-11-02T07:00:00Z", "2026-11-02T07:15:00Z");
    }

    private String segmentOf(String from, String to) {
        String id = "seg-" + ++segments;
        Api.Reply reply = quality.post(
                "/api/v1/footage",
                "{'footage': '%s', 'camera': 'seen-1', 'from': '%s', 'to': '%s'}".formatted(id, from, to));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return id;
    }

    private List<String> types(String id) {
        return log.readStream("footage-" + id, 0).stream()
                .map(StoredEvent::type)
                .toList();
    }

    private Path fileOf(String id) {
        String file = log.readStream("footage-" + id, 0).stream()
                .filter(event -> event.type().equals("footage.segment-ingested"))
                .map(event -> event.payload().getString("file").getValue())
                .findFirst()
                .orElseThrow();
        return DIRECTORY.resolve("files").resolve(file);
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("footage");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(DIRECTORY)) {
            return new ArrayList<>(all.filter(Files::isRegularFile).sorted().toList());
        }
    }

    private HttpResponse<byte[]> upload(String id, String sha256, byte[] content) throws Exception {
        return send(post(id, "ingest", "sha256=" + sha256, content));
    }

    private HttpRequest.Builder post(String id, String what, String query, byte[] content) {
        return request("/api/v1/footage/" + id + "/" + what + "?" + query, TestIssuer.bearer("quality"))
                .header("Content-Type", "video/mp4")
                .POST(HttpRequest.BodyPublishers.ofByteArray(content));
    }

    private HttpResponse<byte[]> get(String id, String query, String... headers) throws Exception {
        HttpRequest.Builder request =
                request("/api/v1/footage/" + id + "/content" + query, TestIssuer.bearer("quality"));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpResponse<byte[]> getAs(String bearer, String id, String query) throws Exception {
        return send(request("/api/v1/footage/" + id + "/content" + query, bearer));
    }

    private HttpRequest.Builder request(String path, String bearer) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", bearer);
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String problem(HttpResponse<byte[]> response) {
        String body = new String(response.body(), StandardCharsets.UTF_8);
        assertThat(response.statusCode()).as(body).isBetween(400, 499);
        String type = new Api.Reply(response.statusCode(), body, response.headers()).at("/type");
        return type.substring(type.lastIndexOf(':') + 1);
    }

    static byte[] content(int length) {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);
        return content;
    }

    static String hash(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
