package io.dovira.command.footage.store;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dovira.events.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * One bucket that speaks as much of S3's interface as the store uses, over HTTP: PUT with the checksum compared, GET with ranges, DELETE, HEAD of the
 * bucket, and the list in pages of two. Signatures are not looked at, but must be there.
 */
final class FakeS3 implements AutoCloseable {
    static final String BUCKET = "evidence";
    private static final int PAGE = 2;

    final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();

    private final HttpServer server;

    FakeS3() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestHeaders().getFirst("Authorization") == null) {
                send(exchange, 403, error("AccessDenied"));
                return;
            }
            String path = exchange.getRequestURI().getPath();
            String key = path.length() > BUCKET.length() + 2 ? path.substring(BUCKET.length() + 2) : "";
            switch (exchange.getRequestMethod()) {
                case "PUT" -> put(exchange, key);
                case "GET" -> get(exchange, key);
                case "DELETE" -> {
                    objects.remove(key);
                    send(exchange, 204, null);
                }
                case "HEAD" -> send(exchange, path.startsWith("/" + BUCKET) ? 200 : 404, null);
                default -> send(exchange, 405, error("MethodNotAllowed"));
            }
        }
    }

    private void put(HttpExchange exchange, String key) throws IOException {
        byte[] body = body(exchange);
        String announced = exchange.getRequestHeaders().getFirst("x-amz-checksum-sha256");
        String found = Base64.getEncoder().encodeToString(Sha256.begin().digest(body));
        if (!found.equals(announced)) {
            send(exchange, 400, error("BadDigest"));
            return;
        }
        objects.put(key, body);
        exchange.getResponseHeaders().add("x-amz-checksum-sha256", found);
        exchange.getResponseHeaders().add("ETag", "\"x\"");
        send(exchange, 200, null);
    }

    private static byte[] body(HttpExchange exchange) throws IOException {
        byte[] raw = exchange.getRequestBody().readAllBytes();
        String signed = exchange.getRequestHeaders().getFirst("x-amz-content-sha256");
        return signed != null && signed.startsWith("STREAMING") ? unchunked(raw) : raw;
    }

    /** Each piece is its length in hexadecimal digits with a signature, a line end, the bytes, a line end. */
    private static byte[] unchunked(byte[] raw) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int at = 0;
        while (true) {
            int end = at;
            while (raw[end] != '\r') {
                end++;
            }
            String head = new String(raw, at, end - at, StandardCharsets.US_ASCII);
            int semicolon = head.indexOf(';');
            int length = Integer.parseInt(semicolon < 0 ? head : head.substring(0, semicolon), 16);
            if (length == 0) {
                return body.toByteArray();
            }
            body.write(raw, end + 2, length);
            at = end + 2 + length + 2;
        }
    }

    private void get(HttpExchange exchange, String key) throws IOException {
        if (key.isEmpty()) {
            list(exchange);
            return;
        }
        byte[] found = objects.get(key);
        if (found == null) {
            send(exchange, 404, error("NoSuchKey"));
            return;
        }
        String[] range = Objects.requireNonNull(exchange.getRequestHeaders().getFirst("Range"))
                .substring("bytes=".length())
                .split("-", 2);
        int from = Integer.parseInt(range[0]);
        if (from >= found.length) {
            send(exchange, 416, error("InvalidRange"));
            return;
        }
        int to = range[1].isEmpty() ? found.length : Math.min(found.length, Integer.parseInt(range[1]) + 1);
        send(exchange, 206, Arrays.copyOfRange(found, from, to));
    }

    private void list(HttpExchange exchange) throws IOException {
        String query = Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), "");
        String after = parameter(query, "continuation-token");
        String prefix = parameter(query, "prefix");
        StringBuilder xml = new StringBuilder("<ListBucketResult><Name>" + BUCKET + "</Name>");
        int listed = 0;
        String last = "";
        boolean more = false;
        for (String key : new TreeMap<>(objects).tailMap(after, false).keySet()) {
            if (!key.startsWith(prefix)) {
                continue;
            }
            if (listed == PAGE) {
                more = true;
                break;
            }
            xml.append("<Contents><Key>").append(key).append("</Key></Contents>");
            last = key;
            listed++;
        }
        xml.append("<IsTruncated>").append(more).append("</IsTruncated>");
        if (more) {
            xml.append("<NextContinuationToken>").append(last).append("</NextContinuationToken>");
        }
        send(exchange, 200, xml.append("</ListBucketResult>").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String parameter(String query, String name) {
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        return "";
    }

    private static byte[] error(String code) {
        return ("<Error><Code>" + code + "</Code><Message>no</Message></Error>").getBytes(StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, int status, byte @Nullable [] body) throws IOException {
        try (InputStream rest = exchange.getRequestBody()) {
            rest.readAllBytes();
        }
        exchange.sendResponseHeaders(status, body == null ? -1 : body.length);
        if (body != null) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
