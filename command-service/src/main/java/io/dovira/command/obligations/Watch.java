package io.dovira.command.obligations;

import io.dovira.events.Recorded;
import io.dovira.events.obligations.Duties;
import io.dovira.events.obligations.Ledger;
import io.dovira.events.obligations.Obligation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What is owed now, in the order in which it runs out. Keeps only subjects that owe something; the story of another one is read again when it goes
 * on. For one thread.
 */
final class Watch {
    private static final Comparator<Obligation> BY_DUE = Comparator.comparing(Obligation::due)
            .thenComparing(each -> each.id().value());

    private final Ledger ledger = Ledger.ofTheDay();
    private final Function<Recorded<?>, List<Recorded<?>>> story;
    private final Map<String, Obligation> running = new HashMap<>();
    private final TreeSet<Obligation> byDue = new TreeSet<>(BY_DUE);

    /** @param story what the stream of a fact holds before it */
    Watch(Function<Recorded<?>, List<Recorded<?>>> story) {
        this.story = story;
    }

    void take(Recorded<?> recorded) {
        boolean goesOn = recorded.sequence() > 0 && ledger.of(recorded.stream()) == null;
        if (goesOn && Ledger.isOfSubject(recorded.fact())) {
            story.apply(recorded).forEach(before -> ledger.take(before).forEach(this::follow));
        }
        ledger.take(recorded).forEach(this::follow);
        Duties duties = ledger.of(recorded.stream());
        if (duties != null && !duties.hasOpen()) {
            ledger.forget(recorded.stream());
        }
    }

    private void follow(Obligation obligation) {
        Obligation before = running.remove(obligation.id().value());
        if (before != null) {
            byDue.remove(before);
        }
        if (obligation.isOpen() && obligation.running() && !obligation.breached()) {
            running.put(obligation.id().value(), obligation);
            byDue.add(obligation);
        }
    }

    /** Those whose due moment has passed, as far as they are not recorded. */
    List<Obligation> missedAt(Instant now) {
        List<Obligation> missed = new ArrayList<>();
        for (Obligation each : byDue) {
            if (!each.mustBeRecordedAt(now)) {
                break;
            }
            missed.add(each);
        }
        return missed;
    }

    /** It is recorded, or somebody else has done it. */
    void recorded(Obligation obligation) {
        follow(obligation.recorded());
    }

    /** The next due moment; empty if nothing runs out. */
    Optional<Instant> next() {
        return byDue.isEmpty() ? Optional.empty() : Optional.of(byDue.first().due());
    }
}
