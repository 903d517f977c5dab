package io.dovira.command.imports;

import io.dovira.command.platform.Append;
import io.dovira.command.platform.FactCodec;
import io.dovira.command.platform.Outcome;
import io.dovira.command.platform.Recorder;
import io.dovira.events.Fact;
import io.dovira.events.Meta;
import io.dovira.events.Recorded;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogUnavailable;
import io.dovira.eventstore.log.StoredEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.bson.BsonString;

/** The ledger on the log itself. A database that is restarted meanwhile is waited for. Thread-safe. */
final class LogLedger implements Ledger {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

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
            Recorded<Fact> recorded = FactCodec.decode(event);
            String correlation =
                    event.meta().getString(Meta.CORRELATION, new BsonString("")).getValue();
            known.put(event.id(), new Known(event.position(), event.occurredAt(), recorded.fact(), correlation));
        }
        return known;
    }

    @Override
    public long head() {
        return reading(log::head);
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
        List<Result> results = new ArrayList<>();
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (results.size() < appends.size()) {
            // Behind one that found no answer none is recorded, and one that is recorded after all is known by its ids.
            String unavailable = null;
            for (Outcome outcome : recorder.record(appends.subList(results.size(), appends.size()))) {
                switch (outcome) {
                    case Outcome.Done done -> results.add(new Result.Done(done.lastPosition()));
                    case Outcome.Taken taken -> results.add(new Result.Conflict(taken.reason()));
                    case Outcome.Unavailable none -> unavailable = none.reason();
                }
                if (unavailable != null) {
                    await(deadline, unavailable);
                    break;
                }
            }
        }
        return results;
    }

    private static <T> T reading(Supplier<T> query) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            try {
                return query.get();
            } catch (LogUnavailable e) {
                await(deadline, String.valueOf(e.getMessage()));
            }
        }
    }

    private static void await(long deadline, String reason) {
        if (System.nanoTime() > deadline) {
            throw new Unavailable(reason);
        }
        LockSupport.parkNanos(PAUSE_NANOS);
    }
}
