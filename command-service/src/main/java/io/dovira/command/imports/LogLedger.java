package io.dovira.command.imports;

import io.dovira.command.platform.Append;
import io.dovira.command.platform.Outcome;
import io.dovira.command.platform.Recorder;
import io.dovira.events.Fact;
import io.dovira.events.Meta;
import io.dovira.events.catalogue.Facts;
import io.dovira.eventstore.codec.RecordCodecs;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogException;
import io.dovira.eventstore.log.StoredEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.BsonString;

/** The ledger on the log itself. Thread-safe. */
final class LogLedger implements Ledger {

    private final EventLog log;
    private final Recorder recorder;

    LogLedger(EventLog log, Recorder recorder) {
        this.log = log;
        this.recorder = recorder;
    }

    @Override
    public Map<String, Known> find(Collection<String> ids) {
        Map<String, Known> known = new HashMap<>();
        for (StoredEvent event : reading(() -> log.find(ids))) {
            Fact fact = RecordCodecs.decode(event.payload(), Facts.typeOf(event.type()));
            String correlation =
                    event.meta().getString(Meta.CORRELATION, new BsonString("")).getValue();
            known.put(event.id(), new Known(event.occurredAt(), fact, correlation));
        }
        return known;
    }

    @Override
    public Set<String> existing(Collection<String> streams) {
        return reading(() -> log.existing(streams));
    }

    @Override
    public long next(String stream) {
        return reading(() -> log.lastSequence(stream)).orElse(-1) + 1;
    }

    @Override
    public List<Result> append(List<Append> appends) {
        return recorder.record(appends).stream().map(LogLedger::result).toList();
    }

    private static Result result(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> new Result.Done(done.lastPosition());
            case Outcome.Taken taken -> new Result.Conflict(taken.reason());
            case Outcome.Unavailable unavailable -> throw new Unavailable(unavailable.reason());
        };
    }

    private static <T> T reading(Supplier<T> query) {
        try {
            return query.get();
        } catch (LogException e) {
            throw new Unavailable(String.valueOf(e.getMessage()));
        }
    }
}
