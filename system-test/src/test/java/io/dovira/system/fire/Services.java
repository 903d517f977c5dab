package io.dovira.system.fire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.system.Repository;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The services of this build, as processes that leave what they say in a directory. */
final class Services {
    private final Path directory;
    private final String java =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private final Map<String, Path> jars = new HashMap<>();

    Services(Path directory) {
        this.directory = directory;
    }

    /**
     * @param service its module
     * @param name of this process
     * @param own where it listens
     * @param environment what it is told
     */
    Daemon daemon(String service, String name, URI own, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("SERVER_PORT", String.valueOf(own.getPort()));
        return new Daemon(
                name,
                directory,
                all,
                List.of(
                        java,
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dspring.main.banner-mode=off",
                        "-jar",
                        jars.computeIfAbsent(service, this::unpacked).toString()));
    }

    /** A jar of jars starts slowly, and here they start often. */
    private Path unpacked(String service) {
        Path jar = Repository.file(service + "/target/" + service + ".jar");
        assertThat(jar).as("build it first: ./mvnw package").exists();
        Path target = directory.resolve("app").resolve(service);
        Shell.run("'%s' -Djarmode=tools -jar '%s' extract --destination '%s'".formatted(java, jar, target));
        return target.resolve(service + ".jar");
    }

    /** From the embedded identity provider, by the secret that it has left in its directory. */
    static String token(URI commands, Path identity, String role) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            String secret =
                    Files.readString(identity.resolve("clients/dovira-" + role)).strip();
            String account = Base64.getEncoder().encodeToString(("dovira-" + role + ":" + secret).getBytes(UTF_8));
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(commands.resolve("/oauth2/token"))
                            .header("Authorization", "Basic " + account)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return JsonMapper.shared()
                    .readTree(answer.body())
                    .get("access_token")
                    .asString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
