package io.dovira.query.service;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads server-sent events on a thread of its own, as fast as they come. */
public final class EventSource implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpResponse<InputStream> response;
    private final List<Frame> frames = new CopyOnWriteArrayList<>();

    private EventSource(HttpResponse<InputStream> response) {
        this.response = response;
    }

    /** One event. */
    public record Frame(String id, String event, String data) {
        public JsonNode json() {
            return JSON.readTree(data);
        }
    }

    static EventSource open(HttpClient http, HttpRequest request) {
        try {
            EventSource source = new EventSource(http.send(request, HttpResponse.BodyHandlers.ofInputStream()));
            Thread.ofVirtual().start(source::read);
            return source;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public int status() {
        return response.statusCode();
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public List<Frame> frames() {
        return List.copyOf(frames);
    }

    /** Those with this name, in order. */
    public List<Frame> named(String event) {
        return frames.stream().filter(frame -> frame.event().equals(event)).toList();
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            Frame frame = new Frame("", "", "");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    frames.add(frame);
                    frame = new Frame("", "", "");
                } else if (line.startsWith("id: ")) {
                    frame = new Frame(line.substring(4), frame.event(), frame.data());
                } else if (line.startsWith("event: ")) {
                    frame = new Frame(frame.id(), line.substring(7), frame.data());
                } else if (line.startsWith("data: ")) {
                    frame = new Frame(frame.id(), frame.event(), line.substring(6));
                }
            }
        } catch (IOException e) {
            // Closed, by whichever side: an unfinished frame is no frame.
        }
    }
}
