package io.dovira.command.platform;

import io.dovira.events.Fact;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.StoredEvent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** States, read from the log and folded, without a lock: true when read, and perhaps not a moment later. Thread-safe. */
@Component
public final class States {
    private final EventLog log;

    States(EventLog log) {
        this.log = log;
    }

    /** The state of the stream now; empty if there is no such stream. */
    public <F extends Fact, S> Optional<Seen<S>> find(Subject<F, S> subject, String stream) {
        return findUpTo(subject, stream, Long.MAX_VALUE);
    }

    /** The state of the stream at a position of the log. */
    <F extends Fact, S> Optional<Seen<S>> findUpTo(Subject<F, S> subject, String stream, long position) {
        @Nullable S state = null;
        long last = 0;
        for (StoredEvent event : log.readStream(stream, 0)) {
            if (event.position() > position) {
                break;
            }
            state = subject.fold()
                    .evolve(state, subject.facts().cast(FactCodec.decode(event).fact()), event.occurredAt());
            last = event.position();
        }
        return state == null ? Optional.empty() : Optional.of(new Seen<>(last, state));
    }
}
