package io.dovira.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No engine is needed to see that the compose file would fail: a name that is not there, a variable that nobody reads, a way in for all. */
class ComposeTest {
    private static final List<String> OURS = List.of("command-service", "query-service");
    private static final String ONCE = "mongo-init";
    private static final Pattern MOUNT = Pattern.compile("(?<from>[^:]+):(?<to>/[^:]+)(:ro)?");

    private final Compose compose = Compose.read();

    @Test
    void namesOnlyWhatIsThere() {
        Set<String> networks = new HashSet<>();
        Set<String> secrets = new HashSet<>();
        Set<String> volumes = new HashSet<>();
        for (String service : compose.names("services")) {
            assertThat(compose.names("services")).as(service).containsAll(compose.named(service, "depends_on"));
            networks.addAll(compose.named(service, "networks"));
            secrets.addAll(compose.named(service, "secrets"));
            for (String volume : compose.list(service, "volumes")) {
                var mount = MOUNT.matcher(volume);
                if (!mount.matches()) {
                    assertThat(volume).as("a volume without a name").startsWith("/");
                } else if (mount.group("from").startsWith(".")) {
                    assertThat(Repository.file("docker").resolve(mount.group("from")))
                            .exists();
                } else {
                    volumes.add(mount.group("from"));
                }
            }
        }
        // Nor is anything declared that nobody uses.
        assertThat(networks).isEqualTo(compose.names("networks"));
        assertThat(secrets).isEqualTo(compose.names("secrets"));
        assertThat(volumes).isEqualTo(compose.names("volumes"));
    }

    @Test
    void tellsServicesOnlyWhatTheyRead() {
        for (String service : OURS) {
            Settings settings = Settings.of(service);
            Set<String> own = compose.named(service, "environment").stream()
                    .filter(name -> name.startsWith("DOVIRA_"))
                    .collect(Collectors.toSet());
            assertThat(own).contains("DOVIRA_COMMAND_URL", "DOVIRA_QUERY_URL");
            assertThat(own).as(service).allMatch(settings::knows);
            assertThat(settings.properties()).containsKey("dovira.mongodb.uri");
        }
    }

    @Test
    void knowsVariablesByTheirRules() {
        Settings settings = Settings.of("query-service");
        assertThat(settings.knows("DOVIRA_IDENTITY_BACKCHANNEL")).isTrue();
        assertThat(settings.knows("DOVIRA_IDENTITY_BACK_CHANNEL")).isTrue();
        assertThat(settings.knows("DOVIRA_QUERY_PORT")).isTrue();
        assertThat(settings.knows("DOVIRA_IDENTITY_BACKCHANEL")).isFalse();
    }

    @Test
    void watchesWhatRunsAndAwaitsWhatRunsOnce() {
        for (String service : compose.names("services")) {
            Map<?, ?> told = compose.service(service);
            if (service.equals(ONCE)) {
                assertThat(told.get("restart")).isEqualTo("no");
                continue;
            }
            assertThat(told.get("restart")).as(service).isEqualTo("unless-stopped");
            assertThat(told.get("mem_limit")).as(service).isNotNull();
            // The image of our own services brings its check along.
            boolean inImage = OURS.contains(service) && Dockerfile.read().has("HEALTHCHECK");
            assertThat(inImage || told.containsKey("healthcheck")).as(service).isTrue();
            condition(service)
                    .forEach((needed, condition) -> assertThat(condition)
                            .as(service + " needs " + needed)
                            .isEqualTo(needed.equals(ONCE) ? "service_completed_successfully" : "service_healthy"));
        }
        assertThat(OURS).allMatch(service -> condition(service).containsKey(ONCE));
    }

    @Test
    void letsNobodyInFromOutside() {
        for (String service : compose.names("services")) {
            assertThat(compose.list(service, "ports")).as(service).allMatch(port -> port.startsWith("127.0.0.1:"));
            if (service.startsWith("mongo")) {
                assertThat(compose.list(service, "ports")).isEmpty();
            } else {
                assertThat(compose.list(service, "cap_drop")).as(service).containsExactly("ALL");
                assertThat(compose.service(service).get("read_only"))
                        .as(service)
                        .isEqualTo(true);
            }
        }
        assertThat(Compose.map(Compose.map(compose.file().get("networks")).get("log"))
                        .get("internal"))
                .isEqualTo(true);
        assertThat(compose.named("mongo1", "networks")).containsExactly("log");
    }

    @Test
    void holdsNoSecret() {
        String text = Repository.text("docker/compose.yaml") + Repository.text("docker/Dockerfile");
        assertThat(text).doesNotContainPattern("://[^/\\s]*:[^/\\s]*@");
        assertThat(text).doesNotContainPattern("(?i)(password|secret|token)[a-z_]*[ \\t]*[:=][ \\t]*['\"]?[a-z0-9]");
        for (String service : compose.names("services")) {
            assertThat(compose.named(service, "environment"))
                    .noneMatch(name -> name.matches("(?i).*(password|secret|key|uri)$"));
        }
        assertThat(Repository.text(".gitignore")).contains("docker/secrets");
    }

    @Test
    void givesEachServiceThePortThatItsImageListensOn() {
        for (String service : OURS) {
            Map<?, ?> build = Compose.map(compose.service(service).get("build"));
            Map<?, ?> arguments = Compose.map(build.get("args"));
            assertThat(arguments.get("SERVICE")).isEqualTo(service);
            assertThat(compose.list(service, "ports"))
                    .containsExactly("127.0.0.1:%1$s:%1$s".formatted(arguments.get("PORT")));
            assertThat(Files.exists(Repository.file("docker")
                            .resolve(String.valueOf(build.get("context")))
                            .resolve(String.valueOf(build.get("dockerfile")))))
                    .isTrue();
        }
    }

    @Test
    void agreesWithItselfOnTheReplicaSet() {
        Set<String> nodes = compose.names("services").stream()
                .filter(name -> name.matches("mongo\\d"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(nodes).containsExactly("mongo1", "mongo2", "mongo3");
        assertThat(hosts(Repository.text("docker/mongo/initiate.js"))).isEqualTo(nodes);
        assertThat(hosts(Repository.text("docker/make-secrets"))).isEqualTo(nodes);
        assertThat(Repository.text("docker/make-secrets")).contains("replicaSet=dovira");
        assertThat(Repository.text("docker/mongo/initiate.js")).contains("_id: 'dovira'");
        assertThat(compose.named(ONCE, "depends_on")).isEqualTo(nodes);
        assertThat(nodes)
                .allSatisfy(node -> assertThat(compose.list(node, "entrypoint").getLast())
                        .contains("--replSet dovira", "--keyFile"));
        // Each has a volume of its own, or they would share a database directory.
        assertThat(nodes.stream().flatMap(node -> compose.list(node, "volumes").stream()))
                .doesNotHaveDuplicates();
    }

    @Test
    void pinsImages() {
        for (String service : compose.names("services")) {
            assertThat(String.valueOf(compose.service(service).get("image"))).matches(".+:(v?\\d+\\.\\d+.*|dev)");
        }
    }

    private Map<String, Object> condition(String service) {
        return Compose.map(compose.service(service).get("depends_on")).entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> String.valueOf(entry.getKey()),
                        entry -> String.valueOf(Compose.map(entry.getValue()).get("condition"))));
    }

    private static Set<String> hosts(String text) {
        return Pattern.compile("(mongo\\d):27017")
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
