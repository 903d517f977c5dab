package io.dovira.benchmarks;

import java.io.IOException;
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
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command service as people run it, and a client of it. */
final class CommandProcess implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final Pattern VISIT = Pattern.compile("\"state\":\\{\"id\":\"([^\"]+)\"");
    private static final long PATIENCE = Duration.ofMinutes(2).toNanos();

    private final Process process;
    private final String base;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String bearer = "";

    private CommandProcess(Process process, String base) {
        this.process = process;
        this.base = base;
    }

    static CommandProcess start(Path jar, String mongo, String database, Path work)
            throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-jar",
                        jar.toString(),
                        "--dovira.mongodb.log-database=" + database + "_log",
                        "--dovira.mongodb.command-database=" + database + "_command",
                        "--logging.level.root=WARN")
                .inheritIO();
        builder.environment().put("DOVIRA_COMMAND_PORT", String.valueOf(port));
        builder.environment().put("DOVIRA_MONGODB_URI", mongo);
        builder.environment().put("DOVIRA_DATA", work.toString());
        builder.environment().put("DOVIRA_DEMO", "off");
        CommandProcess service = new CommandProcess(builder.start(), "http://localhost:" + port);
        service.awaitHealth();
        service.signIn(
                Files.readString(work.resolve("identity/clients/dovira-admin")).strip());
        return service;
    }

    URI address() {
        return URI.create(base);
    }

    /** Of an administrator. */
    String token() {
        return bearer;
    }

    void register(String office) {
        send("/api/v1/offices", """
                {"office": "%s", "name": {"en": "x"}, "organisation": "police", "organisationName": {"en": "x"},
                 "region": "lviv", "regionName": {"en": "x"}, "timeZone": "Europe/Kyiv"}""".formatted(office));
        send("/api/v1/offices/" + office + "/services/advice/offer", "{\"name\": {\"en\": \"Advice\"}}");
    }

    /** The id of the visit. */
    String arrive(String office) {
        return find(VISIT, send("/api/v1/visits", "{\"office\": \"" + office + "\", \"service\": \"advice\"}"));
    }

    void abandon(String visit) {
        send("/api/v1/visits/" + visit + "/abandon", "{}");
    }

    private void signIn(String secret) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString(("dovira-admin:" + secret).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        bearer = find(
                TOKEN, http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private String send(String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + bearer)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException(path + " answers " + response.statusCode() + " " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new IllegalStateException("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String find(Pattern wanted, String text) {
        Matcher matcher = wanted.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + wanted + " in " + text);
        }
        return matcher.group(1);
    }

    private void awaitHealth() throws InterruptedException {
        long until = System.nanoTime() + PATIENCE;
        HttpRequest health =
                HttpRequest.newBuilder(URI.create(base + "/actuator/health")).build();
        while (true) {
            try {
                if (http.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                if (System.nanoTime() > until || !process.isAlive()) {
                    close();
                    throw new IllegalStateException("the command service does not start", notYet);
                }
            }
            Thread.sleep(200);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
        http.close();
    }
}
