package io.dovira.system.fire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The short form is one round of all faults; {@code -Ddovira.fire.minutes=30} makes it last, {@code -Ddovira.fire.seed=...} repeats a plan.
 * What a run that fails leaves behind is kept.
 */
class FireIT {
    private final long seed = Long.getLong("dovira.fire.seed", new Random().nextInt(1_000_000));
    private final Duration length = Duration.ofMinutes(Integer.getInteger("dovira.fire.minutes", 0));

    @Test
    void losesNothingAndDoublesNothingWhateverHappens() throws IOException {
        Path fires = Files.createDirectories(Path.of("target", "fire").toAbsolutePath());
        Path directory = Files.createTempDirectory(fires, "seed-" + seed + "-");
        Report report = new Report(fires.resolve(directory.getFileName() + ".txt"), seed);
        try {
            fire(directory, report);
        } catch (Throwable e) {
            report.say("FAILED: " + e);
            // Unpacked jars tell nobody anything.
            delete(directory.resolve("app"));
            throw new AssertionError(
                    "-Ddovira.fire.seed=%d failed; all that it left is in %s".formatted(seed, directory), e);
        }
        report.say("nothing lost, nothing doubled");
        delete(directory);
    }

    private void fire(Path directory, Report report) throws IOException {
        try (Site site = new Site(directory)) {
            site.start();
            try (Battle battle = new Battle(site, seed, report)) {
                battle.begin();
                report.say("all work");
                try {
                    Plan plan = new Plan(seed);
                    for (int step = 0; step < Plan.ROUND || report.lasted().compareTo(length) < 0; step++) {
                        battle.strike(plan.next());
                    }
                    battle.end();
                } catch (Throwable e) {
                    judge(battle, report, e);
                    throw e;
                }
            }
        }
    }

    /** A clerk who is told that the visit he has recorded does not exist tells little; the checker tells what was lost. */
    private static void judge(Battle battle, Report report, Throwable failure) {
        try {
            report.broken(battle.brokenPromises());
        } catch (RuntimeException | AssertionError e) {
            report.say("the checker cannot judge what there is: " + e);
            failure.addSuppressed(e);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
