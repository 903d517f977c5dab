package io.dovira.command.platform;

import io.dovira.eventstore.log.AppendOutcome;
import io.dovira.eventstore.log.Appended;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogUnavailable;
import io.dovira.eventstore.log.NewEvent;
import io.dovira.eventstore.log.NotAppended;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Records in bulk what needs no decision: imports and the simulation. Thread-safe.
 *
 * <p>Each append stands for itself: a conflict fails only its own. They go out in large groups, in the order given, and the call returns when
 * all are settled. If the process dies in between, a prefix of the appends is recorded; repeat all of them with the same event ids.
 */
@Component
public final class Recorder {
    private final EventLog log;

    Recorder(EventLog log) {
        this.log = log;
    }

    /**
     * The outcome of each append, in the order given.
     *
     * @throws IllegalArgumentException if an append holds no fact: nothing is recorded; or more than 15 MiB: those before it may be
     */
    public List<Outcome> record(List<Append> appends) {
        List<List<NewEvent>> bulk = new ArrayList<>(appends.size());
        for (Append append : appends) {
            List<NewEvent> events = new ArrayList<>();
            for (Append.Part part : append.parts()) {
                long sequence = part.firstSequence();
                for (NewFact fact : part.facts()) {
                    events.add(FactCodec.encode(part.stream(), sequence++, fact));
                }
            }
            if (events.isEmpty()) {
                throw new IllegalArgumentException("an append needs at least one fact");
            }
            bulk.add(events);
        }
        return log.appendAll(bulk).stream().map(Recorder::outcome).toList();
    }

    private static Outcome outcome(AppendOutcome outcome) {
        return switch (outcome) {
            case Appended done -> new Outcome.Done(done.firstPosition(), done.lastPosition(), done.alreadyRecorded());
            case NotAppended not ->
                not.reason() instanceof LogUnavailable unavailable
                        ? new Outcome.Unavailable(message(unavailable), unavailable.nothingRecorded())
                        : new Outcome.Taken(message(not.reason()));
        };
    }

    private static String message(Exception reason) {
        return String.valueOf(reason.getMessage());
    }
}
