package io.dovira.benchmarks.peers;

import io.dovira.events.Fact;
import io.dovira.events.Recorded;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** An event store that is measured. What it can not do it refuses with an {@link UnsupportedOperationException} that says why. */
public interface Contestant extends AutoCloseable {

    /** Makes what it needs in an empty database. Not called by a reader, which finds it made. */
    void prepare();

    /** Records one event by itself; returns when it is durable. Called by many threads. */
    void append(VisitEvent event);

    /** Records many events by the fastest way that the store has; returns when they are durable. */
    void load(List<VisitEvent> events);

    /** Reads everything from the start, in the store's order, until the end or until the step has enough. */
    void stream(Step step);

    /** Follows what comes from now on, as its makers recommend; tells the id of each event when it is handled. Ends with the process. */
    void follow(Consumer<String> handled);

    /** Senders who each append one event and wait, over and over. */
    default Appends appends(Visits visits, int inFlight, Duration duration, Cpu cpu) {
        return Appends.run(this, visits, inFlight, duration, cpu);
    }

    /** What the events take on the disk; empty when that is the size of the server's directory. */
    default OptionalLong bytes() {
        return OptionalLong.empty();
    }

    @Override
    void close();

    /** What is done with each event that is read. */
    interface Step {

        /**
         * Takes the next event.
         *
         * @param event decodes it, for who wants to know more than that it is there
         * @return whether to go on
         */
        boolean take(Supplier<Recorded<Fact>> event);
    }
}
