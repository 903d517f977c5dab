package io.dovira.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks to one service in one role.
 *
 * @param patience how long it waits for an answer
 */
public record Client(URI service, String token, Duration patience) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    public Client(URI service, String token) {
        this(service, token, PATIENCE);
    }

    /** What came back. */
    public record Reply(int status, JsonNode json, HttpResponse<String> response) {
        public long header(String name) {
            return response.headers().firstValueAsLong(name).orElseThrow();
        }
    }

    /** Whether the service says so itself; it may also not be there at all. */
    public static boolean healthy(URI service) {
        try {
            return send(HttpRequest.newBuilder(service.resolve("/actuator/health")), PATIENCE)
                            .status()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    public Reply get(String path) {
        try {
            return send(request(path), patience);
        } catch (IOException e) {
            throw new IllegalStateException("no answer from " + service + path, e);
        }
    }

    /**
     * A command, in JSON with single quotes. Its facts bear the key as correlation too.
     *
     * @throws IOException if there was no answer: it is not known whether anything was recorded
     */
    public Reply post(String path, String key, String body) throws IOException {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .header("X-Correlation-Id", key)
                        .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))),
                patience);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(path)).header("Authorization", "Bearer " + token);
    }

    private static Reply send(HttpRequest.Builder request, Duration patience) throws IOException {
        try {
            HttpResponse<String> response =
                    HTTP.send(request.timeout(patience).build(), HttpResponse.BodyHandlers.ofString());
            String body = response.body();
            String type = response.headers().firstValue("Content-Type").orElse("");
            JsonNode json = type.contains("json") ? JSON.readTree(body) : JSON.nullNode();
            return new Reply(response.statusCode(), json, response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
