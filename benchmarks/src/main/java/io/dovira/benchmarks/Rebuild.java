package io.dovira.benchmarks;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild of a projection, asked for and watched over the interface that administrators use.
 *
 * @param facts that the new build has taken
 * @param filling seconds from the wish until it had taken them
 * @param shown seconds until it was shown, because every document was the same; null if it was given up before
 */
record Rebuild(
        String projection,
        long facts,
        double filling,
        @Nullable Double shown) {

    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    /**
     * Rebuilds, and returns when the new build is shown.
     *
     * @param enough asked now and then; true ends it before
     */
    static Rebuild run(ServiceApi queries, String projection, BooleanSupplier enough) {
        String path = "/api/v1/projections/" + projection;
        long asked = System.nanoTime();
        Document status = part(queries.post(path + "/rebuild", new Document()), "status");
        String build = part(status, "rebuild").getString("build");
        long facts = 0;
        double filling = 0;
        boolean filled = false;
        while (!build.equals(status.getString("build"))) {
            if (seconds(asked) > PATIENCE.toSeconds()) {
                throw new IllegalStateException(build + " is not shown: " + status.toJson());
            }
            Document rebuild = status.get("rebuild", Document.class);
            if (rebuild != null && "HELD".equals(rebuild.getString("phase"))) {
                throw new IllegalStateException(build + " differs: " + status.toJson());
            }
            if (rebuild != null && !filled) {
                facts = number(rebuild, "position");
                filling = seconds(asked);
                filled = !"FILLING".equals(rebuild.getString("phase"));
            }
            if (enough.getAsBoolean() && givenUp(queries, path)) {
                return new Rebuild(projection, facts, filling, null);
            }
            LockSupport.parkNanos(LOOK.toNanos());
            status = queries.get(path);
        }
        return new Rebuild(projection, facts, filling, seconds(asked));
    }

    /** False if it was shown at that moment. */
    private static boolean givenUp(ServiceApi queries, String path) {
        try {
            queries.delete(path + "/rebuild");
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "%-16s %,9d facts in %6.1f s   %,7.0f facts/s   rebuilt; %s"
                .formatted(
                        projection,
                        facts,
                        filling,
                        filling == 0 ? 0 : facts / filling,
                        shown == null ? "not ended" : "the same and shown after %.1f s".formatted(shown));
    }

    private static Document part(Document of, String name) {
        return Objects.requireNonNull(of.get(name, Document.class), name);
    }

    private static long number(Document of, String name) {
        return ((Number) Objects.requireNonNull(of.get(name), name)).longValue();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
