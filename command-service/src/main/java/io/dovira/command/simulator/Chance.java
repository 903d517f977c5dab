package io.dovira.command.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/** What a simulation leaves to chance, drawn from its seed. */
final class Chance {
    private final SplittableRandom random;

    /** @param who the same name draws the same from the same seed */
    Chance(long seed, String who) {
        this(new SplittableRandom(seed ^ who.hashCode() * 0x9E3779B97F4A7C15L));
    }

    private Chance(SplittableRandom random) {
        this.random = random;
    }

    SplittableRandom random() {
        return random;
    }

    /** Whether something of this probability happens. */
    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** 0 to {@code bound - 1}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    double gaussian() {
        return random.nextGaussian();
    }

    <T> T oneOf(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }

    /** @param sigma of the underlying normal distribution */
    Duration logNormal(Duration median, double sigma) {
        return Duration.ofMillis((long) (median.toMillis() * Math.exp(sigma * gaussian())));
    }

    /** How long until the next of many that come at random, so often on average. */
    Duration exponential(double meanDays) {
        return Duration.ofMillis(
                (long) (meanDays * Duration.ofDays(1).toMillis() * -Math.log(1 - random.nextDouble())));
    }

    Instant later(Instant at, int atLeastSeconds, int spreadSeconds) {
        return at.plusMillis(atLeastSeconds * 1000L + random.nextInt(spreadSeconds * 1000));
    }

    /** 1 to 5: what is usual, and a person's own mood. */
    int satisfaction(double usual) {
        return Math.clamp(Math.round(usual + 0.7 * gaussian()), 1, 5);
    }

    /** 0 to 10, by how satisfied somebody is. */
    int recommendation(int csat) {
        return Math.clamp(Math.round(csat * 2.1 - 0.6 + gaussian()), 0, 10);
    }
}
