package io.dovira.query.streams;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A client of the stream that remembers what it was sent, as an integrator would. */
final class StreamReader implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final InputStream body;
    private final List<Frame> frames = new CopyOnWriteArrayList<>();
    private final AtomicInteger comments = new AtomicInteger();
    private volatile boolean ended;

    /** One frame; {@code name} is empty for an event. */
    record Frame(String id, String name, String data) {}

    private StreamReader(InputStream body) {
        this.body = body;
    }

    /** Opens the stream and reads it on a thread of its own. */
    static StreamReader open(URI uri, @Nullable String lastEventId) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return open(request);
    }

    /** As somebody who may read only some events. */
    static StreamReader openAs(String events, URI uri) throws IOException, InterruptedException {
        return open(HttpRequest.newBuilder(uri).header(TestCaller.EVENTS, events));
    }

    private static StreamReader open(HttpRequest.Builder request) throws IOException, InterruptedException {
        request.header("Accept", "text/event-stream");
        HttpResponse<InputStream> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new IOException("status " + response.statusCode());
        }
        StreamReader reader = new StreamReader(response.body());
        Thread.ofVirtual().start(reader::read);
        return reader;
    }

    List<Long> positions() {
        return frames.stream()
                .filter(frame -> frame.name().isEmpty())
                .map(frame -> Long.valueOf(frame.id()))
                .toList();
    }

    List<Frame> frames() {
        return frames;
    }

    String lastId() {
        return frames.getLast().id();
    }

    int comments() {
        return comments.get();
    }

    /** Whether the server has ended the stream. */
    boolean isEnded() {
        return ended;
    }

    @Override
    public void close() throws IOException {
        body.close();
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            Frame frame = new Frame("", "", "");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    if (!frame.id().isEmpty()) {
                        frames.add(frame);
                    }
                    frame = new Frame("", "", "");
                } else if (line.startsWith(":")) {
                    comments.incrementAndGet();
                } else if (line.startsWith("id: ")) {
                    frame = new Frame(line.substring(4), frame.name(), frame.data());
                } else if (line.startsWith("event: ")) {
                    frame = new Frame(frame.id(), line.substring(7), frame.data());
                } else if (line.startsWith("data: ")) {
                    frame = new Frame(frame.id(), frame.name(), line.substring(6));
                }
            }
        } catch (IOException e) {
            // The connection broke: an unfinished frame is no frame.
        }
        ended = true;
    }
}
