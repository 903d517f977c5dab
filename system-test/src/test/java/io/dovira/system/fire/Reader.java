package io.dovira.system.fire;

import io.dovira.system.fire.History.Seen;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Follows the stream of events, and goes on behind the last one that it has whenever the connection ends. */
final class Reader implements AutoCloseable {
    private static final long PAUSE_NANOS = Duration.ofMillis(200).toNanos();

    private final URI stream;
    private final String token;
    private final List<Seen> seen = new ArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private volatile String last = "0";
    private volatile @Nullable InputStream open;
    private volatile boolean closed;

    Reader(URI query, String token) {
        this.stream = query.resolve("/api/v1/events/stream");
        this.token = token;
        Thread.ofVirtual().start(this::follow);
    }

    List<Seen> seen() {
        synchronized (seen) {
            return List.copyOf(seen);
        }
    }

    int connections() {
        return connections.get();
    }

    /** The connection breaks. */
    void cut() {
        InputStream now = open;
        if (now != null) {
            try {
                now.close();
            } catch (IOException e) {
                // It has ended by itself.
            }
        }
    }

    private void follow() {
        while (!closed) {
            try {
                read();
            } catch (IOException e) {
                // It goes on where it was.
            } catch (InterruptedException e) {
                return;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void read() throws IOException, InterruptedException {
        HttpResponse<InputStream> response = http.send(
                HttpRequest.newBuilder(stream)
                        .header("Authorization", "Bearer " + token)
                        .header("Accept", "text/event-stream")
                        .header("Last-Event-ID", last)
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body();
                BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            if (response.statusCode() != 200) {
                return;
            }
            open = body;
            connections.incrementAndGet();
            frames(lines);
        } finally {
            open = null;
        }
    }

    private void frames(BufferedReader lines) throws IOException {
        String id = "";
        String name = "";
        String data = "";
        String line = lines.readLine();
        while (line != null) {
            if (line.isEmpty()) {
                frame(id, name, data);
                id = "";
                name = "";
                data = "";
            } else if (line.startsWith("id: ")) {
                id = line.substring("id: ".length());
            } else if (line.startsWith("event: ")) {
                name = line.substring("event: ".length());
            } else if (line.startsWith("data: ")) {
                data = line.substring("data: ".length());
            }
            line = lines.readLine();
        }
    }

    private void frame(String id, String name, String data) {
        if (!data.isEmpty() && name.isEmpty()) {
            String event = JsonMapper.shared().readTree(data).get("id").asString();
            synchronized (seen) {
                seen.add(new Seen(Long.parseLong(id), event));
            }
        }
        if (!id.isEmpty()) {
            last = id;
        }
    }

    @Override
    public void close() {
        closed = true;
        cut();
        http.shutdownNow();
    }
}
