package io.dovira.benchmarks.peers;

import io.dovira.events.Fact;
import io.dovira.events.Recorded;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;

/**
 * The metrics projection of query-service over documents in memory. Its classes are on the class path when the process runs, not when this is
 * compiled: what Maven hands over of query-service is a jar of jars.
 */
final class MetricsInMemory {

    private static final String FOLD = "io.dovira.query.metrics.MetricsFold";
    private static final String DOCUMENTS = "io.dovira.query.platform.InMemoryDocuments";

    private final MethodHandle apply;
    private long refused;

    MetricsInMemory() {
        try {
            Constructor<?> makesFold = Class.forName(FOLD).getDeclaredConstructor();
            makesFold.setAccessible(true);
            Class<?> type = Class.forName(DOCUMENTS);
            Object documents = type.getConstructors()[0].newInstance(makesFold.newInstance());
            apply = MethodHandles.lookup()
                    .findVirtual(type, "apply", MethodType.methodType(void.class, Recorded.class))
                    .bindTo(documents);
        } catch (ReflectiveOperationException e) {
            throw new UnsupportedOperationException("the metrics projection is not on the class path: " + e, e);
        }
    }

    @SuppressWarnings("IllegalCatch")
    void apply(Recorded<Fact> fact) {
        try {
            apply.invokeExact((Recorded<?>) fact);
        } catch (IllegalStateException e) {
            // It came before what it builds on: the store's order is not the order of the appends.
            refused++;
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Facts that came before those that they build on. */
    long refused() {
        return refused;
    }
}
