package io.dovira.system.fire;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.dovira.system.Clerk;
import io.dovira.system.fire.Plan.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a run did, told while it does it: on the terminal and in a file. */
final class Report {
    private static final int FIRST = 20;

    private final Path file;
    private final long began = System.nanoTime();
    private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    private final List<String> skipped = new ArrayList<>();

    Report(Path file, long seed) {
        this.file = file;
        say("fire: seed " + seed);
    }

    void strikes(Step step) {
        faults.merge(step.fault(), 1, Integer::sum);
        say("%s (target %d, %d ms, %d bytes)"
                .formatted(step.fault(), step.target(), step.hold().toMillis(), step.size()));
    }

    void skipped(Step step, String why) {
        faults.merge(step.fault(), -1, Integer::sum);
        skipped.add(step.fault() + " (" + why + ")");
        say("SKIPPED " + step.fault() + ": " + why);
    }

    void ends(History history, List<Clerk> clerks, int connections, int starts) {
        long unanswered = history.commands().stream()
                .filter(command -> command.answer() == null)
                .count();
        say("""
                fire: the end
                  faults         %d: %s
                  skipped        %s
                  commands       %d, acknowledged %d, not answered %d, repeated %d times
                  log            %d facts
                  readers        %d, connections to the stream %d
                  process starts %d""".formatted(
                        faults.values().stream().mapToInt(Integer::intValue).sum(),
                        faults,
                        skipped.isEmpty() ? "none" : skipped,
                        history.commands().size(),
                        history.commands().size() - unanswered,
                        unanswered,
                        clerks.stream().mapToInt(Clerk::repeated).sum(),
                        history.log().size(),
                        history.readers().size(),
                        connections,
                        starts));
    }

    void broken(List<Violation> violations) {
        say("the checker: %d broken promises %s"
                .formatted(violations.size(), violations.stream().collect(groupingBy(Violation::promise, counting()))));
        violations.stream().limit(FIRST).forEach(violation -> say("  " + violation));
    }

    Duration lasted() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    void say(String text) {
        String line = "%7.1f s  %s".formatted(lasted().toMillis() / 1e3, text);
        System.out.println(line);
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
