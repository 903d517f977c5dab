package io.dovira.command;

import io.dovira.command.identity.TestIssuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the service as a client does: over HTTP, in JSON, with a bearer token. */
public final class Api {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String base;
    private final Map<String, String> headers;

    private Api(String base, Map<String, String> headers) {
        this.base = base;
        this.headers = Map.copyOf(headers);
    }

    /** A client with a role, for the offices named or for all. */
    public static Api as(int port, String role, String... offices) {
        return new Api("http://localhost:" + port, Map.of("Authorization", TestIssuer.bearer(role, offices)));
    }

    /** Nobody: no sign-in, as at a kiosk. */
    public static Api asNobody(int port) {
        return new Api("http://localhost:" + port, Map.of());
    }

    public Api with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Api(base, more);
    }

    /** A JSON body from single-quoted text; null sends none. */
    public Reply post(String path, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (body == null) {
            request.POST(HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
        }
        return send(request);
    }

    /** A body of any type, as it is. */
    public Reply postAs(String path, String contentType, String body) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Reply get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    private Reply send(HttpRequest.Builder request) {
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body(), response.headers());
        } catch (IOException e) {
            throw new IllegalStateException("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    public record Reply(int status, String body, HttpHeaders headers) {
        public JsonNode json() {
            return JSON.readTree(body);
        }

        /** A value by JSON pointer, as text. */
        public String at(String pointer) {
            return json().at(pointer).asString();
        }

        public long position() {
            return json().at("/position").asLong();
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }
}
