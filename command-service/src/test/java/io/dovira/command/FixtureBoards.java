package io.dovira.command;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Answers as the query service does to the page of a citizen: what a test has set, and 404 for all else. One for all tests: with another address they would need a service of their own. */
public final class FixtureBoards implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, String> bodies = new ConcurrentHashMap<>();
    private volatile boolean broken;

    FixtureBoards() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** A body in JSON from single-quoted text. */
    public void set(String path, String body) {
        bodies.put(path, body.replace('\'', '"'));
    }

    public void breakDown(boolean down) {
        broken = down;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = bodies.get(exchange.getRequestURI().getPath());
        int status = broken ? 503 : body == null ? 404 : 200;
        byte[] bytes = (status == 200 ? String.valueOf(body) : "{}").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .add("Access-Control-Allow-Origin", exchange.getRequestHeaders().getFirst("Origin"));
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
