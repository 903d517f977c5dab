package io.dovira.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** {@code docs/api/follow-events.sh}, run as an integrator would run it. */
final class Follower implements AutoCloseable {
    private final Path printed;
    private final Process script;

    Follower(Path directory, Map<String, String> environment) {
        printed = directory.resolve("followed.jsonl");
        ProcessBuilder builder = new ProcessBuilder(
                        "sh",
                        Repository.file("docs/api/follow-events.sh").toString(),
                        directory.resolve("position.txt").toString())
                .directory(directory.toFile())
                .redirectOutput(printed.toFile())
                .redirectError(directory.resolve("followed.err").toFile());
        builder.environment().putAll(environment);
        try {
            script = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ids of the events printed, in the order in which they were. Whole lines only: the last one may be on its way. */
    List<String> ids() {
        try {
            String text = Files.readString(printed);
            return text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .map(line -> JsonMapper.shared().readTree(line).get("id").asString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        script.descendants().forEach(ProcessHandle::destroyForcibly);
        script.destroyForcibly();
    }
}
