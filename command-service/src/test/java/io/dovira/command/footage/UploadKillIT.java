package io.dovira.command.footage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.dovira.command.CommandServiceApplication;
import io.dovira.embedded.EmbeddedMongo;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogFilter;
import io.dovira.eventstore.log.LogOptions;
import io.dovira.eventstore.log.StoredEvent;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A service is killed while content comes in, wherever it is just then; what was acknowledged is there, and nothing is half there. */
class UploadKillIT {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final int KILLS = 4;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path data;

    private String address = "";
    private volatile String bearer = "";

    @Test
    void leavesNoFactWithoutAFileAndNoAnswerWithoutAFact() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("UploadKillIT seed " + seed);
        Random random = new Random(seed);
        int port = freePort();
        address = "http://localhost:" + port;
        Map<String, String> acknowledged = new ConcurrentHashMap<>();
        AtomicInteger next = new AtomicInteger();
        AtomicBoolean stop = new AtomicBoolean();
        try (EmbeddedMongo mongo = EmbeddedMongo.start(0, null);
                MongoClient client = MongoClients.create(mongo.uri() + "/?retryWrites=false");
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Process service = start(mongo.uri(), port);
            hangTheCamera();
            List<Future<String>> recorders = new ArrayList<>();
            for (int recorder = 0; recorder < 3; recorder++) {
                recorders.add(threads.submit(() -> {
                    while (!stop.get()) {
                        upload("seg-" + next.incrementAndGet(), acknowledged);
                    }
                    return "done";
                }));
            }
            for (int kill = 0; kill < KILLS; kill++) {
                int before = acknowledged.size();
                await().atMost(LIMIT).until(() -> acknowledged.size() >= before + 10);
                LockSupport.parkNanos(Duration.ofMillis(random.nextInt(60)).toNanos());
                service.destroyForcibly().onExit().join();
                service = start(mongo.uri(), port);
            }
            stop.set(true);
            for (Future<String> recorder : recorders) {
                recorder.get();
            }
            service.destroyForcibly().onExit().join();

            Map<String, StoredEvent> ingested = new HashMap<>();
            try (EventLog log = EventLog.open(client.getDatabase("dovira_log"), LogOptions.defaults())) {
                log.read(0, LogFilter.types("footage.segment-ingested"))
                        .forEachRemaining(event -> ingested.put(event.stream(), event));
            }
            assertThat(acknowledged).hasSizeGreaterThan(KILLS * 10);
            acknowledged.forEach((id, hash) -> assertThat(ingested.get("footage-" + id))
                    .as("%s was acknowledged", id)
                    .isNotNull()
                    .extracting(event -> event.payload().getString("sha256").getValue())
                    .isEqualTo(hash));
            for (StoredEvent event : ingested.values()) {
                byte[] kept = Files.readAllBytes(data.resolve("footage/files")
                        .resolve(event.payload().getString("file").getValue()));
                assertThat(FootageIT.hash(kept))
                        .as(event.stream())
                        .isEqualTo(event.payload().getString("sha256").getValue());
            }
        }
    }

    private void upload(String id, Map<String, String> acknowledged) throws Exception {
        byte[] content = FootageIT.content(60_000 + id.hashCode() % 1000);
        String hash = FootageIT.hash(content);
        try {
            post("/api/v1/footage", "application/json", HttpRequest.BodyPublishers.ofString("""
                            {"footage": "%s", "camera": "c1", "from": "2026-11-02T07:00:00Z", "to": "2026-11-02T07:15:00Z"}""".formatted(id)));
            HttpResponse<String> answer = post(
                    "/api/v1/footage/" + id + "/ingest?sha256=" + hash,
                    "video/mp4",
                    HttpRequest.BodyPublishers.ofInputStream(() -> slow(content)));
            if (answer.statusCode() == 200) {
                acknowledged.put(id, hash);
            }
        } catch (IOException down) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    /** Some milliseconds for each piece, so that a kill finds uploads on their way. */
    private static InputStream slow(byte[] content) {
        return new FilterInputStream(new ByteArrayInputStream(content)) {
            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
                return super.read(into, from, Math.min(length, 8192));
            }
        };
    }

    private void hangTheCamera() throws Exception {
        assertThat(post("/api/v1/offices", "application/json", HttpRequest.BodyPublishers.ofString("""
                {"office": "o1", "name": {"en": "x"}, "organisation": "police", "organisationName": {"en": "x"}, "region": "lviv",
                 "regionName": {"en": "x"}, "timeZone": "Europe/Kyiv"}"""))
                        .statusCode())
                .isEqualTo(201);
        assertThat(post("/api/v1/cameras", "application/json", HttpRequest.BodyPublishers.ofString("""
                {"camera": "c1", "office": "o1", "room": "hall", "area": "CUSTODY", "retentionClass": "standard", "occurredAt": "2026-01-01T00:00:00Z"}"""))
                        .statusCode())
                .isEqualTo(201);
    }

    private HttpResponse<String> post(String path, String type, HttpRequest.BodyPublisher body) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Authorization", bearer)
                        .header("Content-Type", type)
                        .POST(body)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private Process start(String uri, int port) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CommandServiceApplication.class.getName(),
                        "--server.port=" + port,
                        "--dovira.mongodb.uri=" + uri,
                        "--dovira.command-url=" + address,
                        "--dovira.data=" + data,
                        "--logging.level.root=warn")
                .inheritIO()
                .start();
        await().atMost(LIMIT).ignoreExceptions().until(() -> {
            signIn();
            return true;
        });
        return process;
    }

    private void signIn() throws Exception {
        String secret =
                Files.readString(data.resolve("identity/clients/dovira-admin")).strip();
        String basic = Base64.getEncoder().encodeToString(("dovira-admin:" + secret).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(address + "/oauth2/token"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        bearer = "Bearer "
                + JsonMapper.shared()
                        .readTree(answer.body())
                        .at("/access_token")
                        .asString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
