package io.dovira.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What the images promise. That they are built and start is tried by hand; docs/running.md tells how. */
class DockerfileTest {
    private final Dockerfile dockerfile = Dockerfile.read();

    @Test
    void runsTheJavaThatTheCodeIsCompiledFor() {
        var version = Pattern.compile("<java.version>(\\d+)</java.version>").matcher(Repository.text("pom.xml"));
        assertThat(version.find()).isTrue();
        assertThat(dockerfile.all("FROM"))
                .isNotEmpty()
                .allMatch(image -> image.startsWith("eclipse-temurin:" + version.group(1) + "-jre"));
    }

    @Test
    void isNobodyInParticular() {
        assertThat(dockerfile.all("USER")).hasSize(1).allMatch(user -> user.matches("[1-9]\\d{3,}:[1-9]\\d{3,}"));
        String user = dockerfile.all("USER").getFirst().split(":", -1)[0];
        assertThat(dockerfile.all("RUN"))
                .anyMatch(command -> command.contains("-o " + user) && command.endsWith("/data"));
        assertThat(dockerfile
                        .instructions()
                        .indexOf("USER " + dockerfile.all("USER").getFirst()))
                .as("nothing is installed after the user has changed")
                .isGreaterThan(last("COPY"));
    }

    @Test
    void isStoppedBySignal() {
        // The form with a shell in front would keep SIGTERM from Java, and every stop would be a kill.
        List<String> words = JsonMapper.shared()
                .readerForListOf(String.class)
                .readValue(dockerfile.all("ENTRYPOINT").getFirst());
        assertThat(words)
                .startsWith("java")
                .endsWith("-jar", "app.jar")
                .anyMatch(word -> word.startsWith("-XX:MaxRAMPercentage="));
    }

    @Test
    void isSentWhatItCopies() {
        List<String> sent = Repository.text("docker/Dockerfile.dockerignore")
                .lines()
                .filter(line -> line.startsWith("!"))
                .map(line -> line.substring(1))
                .toList();
        for (String service : List.of("command-service", "query-service")) {
            for (String copy : dockerfile.all("COPY")) {
                if (!copy.startsWith("--from=")) {
                    String source = copy.split(" ", -1)[0].replace("${SERVICE}", service);
                    assertThat(sent).contains(source);
                    assertThat(Repository.file(source)).exists();
                }
            }
        }
    }

    private int last(String instruction) {
        return dockerfile
                .instructions()
                .lastIndexOf(instruction + " " + dockerfile.all(instruction).getLast());
    }
}
