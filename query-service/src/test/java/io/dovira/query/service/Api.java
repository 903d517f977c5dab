package io.dovira.query.service;

import io.dovira.query.identity.TestIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The interfaces of a running service, as one caller sees them. Immutable. */
public final class Api {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private final int port;
    private final @Nullable String bearer;

    private Api(int port, @Nullable String bearer) {
        this.port = port;
        this.bearer = bearer;
    }

    /** A caller with the role, for these offices, or for all if there is none. */
    public static Api as(int port, String role, String... offices) {
        return new Api(port, TestIssuer.bearer(role, offices));
    }

    public static Api asNobody(int port) {
        return new Api(port, null);
    }

    /** What came back. */
    public record Answer(HttpResponse<String> http) {

        public int status() {
            return http.statusCode();
        }

        public String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }

        public String text() {
            return http.body();
        }

        public JsonNode json() {
            return JSON.readTree(http.body());
        }

        /** The end of the problem's type, such as {@code bad-value}. */
        public String problem() {
            String type = json().path("type").asString("");
            return type.substring(type.lastIndexOf(':') + 1);
        }
    }

    /** @param parameters each {@code name=value}, not yet encoded */
    public Answer get(String path, String... parameters) {
        return send(request(path, parameters).GET());
    }

    public Answer get(String path, List<String> headers, String... parameters) {
        return send(request(path, parameters)
                .headers(headers.toArray(String[]::new))
                .GET());
    }

    public Answer post(String path, String... parameters) {
        return send(request(path, parameters).POST(HttpRequest.BodyPublishers.noBody()));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** Opens a stream of server-sent events. */
    public EventSource stream(String path, String... parameters) {
        return EventSource.open(HTTP, request(path, parameters).GET().build());
    }

    public EventSource stream(String path, List<String> headers) {
        return EventSource.open(
                HTTP,
                request(path).headers(headers.toArray(String[]::new)).GET().build());
    }

    private HttpRequest.Builder request(String path, String... parameters) {
        List<String> query = new ArrayList<>();
        for (String parameter : parameters) {
            String[] parts = parameter.split("=", 2);
            query.add(parts[0] + "=" + URLEncoder.encode(parts[1], StandardCharsets.UTF_8));
        }
        String address = "http://localhost:" + port + path + (query.isEmpty() ? "" : "?" + String.join("&", query));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        return bearer == null ? request : request.header("Authorization", bearer);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
