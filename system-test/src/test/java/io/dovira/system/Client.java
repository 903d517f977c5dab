package io.dovira.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to one service in one role. */
record Client(URI service, String token) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** What came back. */
    record Reply(int status, JsonNode json, HttpResponse<String> response) {
        long header(String name) {
            return response.headers().firstValueAsLong(name).orElseThrow();
        }
    }

    /** Whether the service says so itself; it may also not be there at all. */
    static boolean healthy(URI service) {
        try {
            return send(HttpRequest.newBuilder(service.resolve("/actuator/health"))
                                    .GET())
                            .status()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    Reply get(String path) {
        try {
            return send(request(path).GET());
        } catch (IOException e) {
            throw new IllegalStateException("no answer from " + service + path, e);
        }
    }

    /**
     * A command, in JSON with single quotes.
     *
     * @throws IOException if there was no answer: it is not known whether anything was recorded
     */
    Reply post(String path, String key, String body) throws IOException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(path)).header("Authorization", "Bearer " + token);
    }

    private static Reply send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> response =
                    HTTP.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
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
