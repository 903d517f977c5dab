package io.dovira.system;

import java.util.Arrays;
import java.util.List;

/** {@code docker/Dockerfile}: its instructions, one per item, without comments. */
record Dockerfile(List<String> instructions) {

    static Dockerfile read() {
        String joined = Repository.text("docker/Dockerfile")
                .replaceAll("(?m)^#.*\\R", "")
                .replaceAll("\\\\\\R\\s*", "");
        return new Dockerfile(Arrays.stream(joined.split("\\R"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList());
    }

    boolean has(String instruction) {
        return !all(instruction).isEmpty();
    }

    /** What stands behind each of these instructions, in order. */
    List<String> all(String instruction) {
        return instructions.stream()
                .filter(line -> line.startsWith(instruction + " "))
                .map(line -> line.substring(instruction.length() + 1))
                .toList();
    }
}
