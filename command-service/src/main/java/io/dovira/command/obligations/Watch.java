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

/**
 * What is owed now, in the order in which it runs out. Keeps only subjects that owe something; the story of another one is read again when it goes
 * on. For one thread.
 */
final class Watch {
    private static final Comparator<Obligation> BY_DUE = Comparator.comparing(Obligation::due)
            .thenComparing(each -> each.id().value());

    private final Ledger ledger = Ledger.ofTheDay();
    private final Past past;
    private final LeftOut leftOut;
    private final Map<String, Obligation> running = new HashMap<>();
    private final TreeSet<Obligation> byDue = new TreeSet<>(BY_DUE);

    Watch(Past past, LeftOut leftOut) {
        this.past = past;
        this.leftOut = leftOut;
    }

    /**
     * As it was when everything up to a position had been taken.
     *
     * @param subjects who owed something then; see {@link #subjects()}
     */
    static Watch at(long position, List<String> subjects, Past past, LeftOut leftOut) {
        Watch watch = new Watch(past, leftOut);
        watch.followAll(past.rules(position));
        for (String subject : subjects) {
            watch.followAll(past.story(subject, position));
            for (Obligation owed : watch.owedBy(subject)) {
                watch.followAll(past.story(owed.id().stream(), position));
            }
            watch.forgetSettled(subject);
        }
        return watch;
    }

    /** Its breach may be recorded, also if it is due later now, or its clock stands still. */
    private List<Obligation> owedBy(String subject) {
        Duties duties = ledger.of(subject);
        return duties == null
                ? List.of()
                : duties.newest().stream().filter(Obligation::isOpen).toList();
    }

    void take(Recorded<?> recorded) {
        boolean goesOn = recorded.sequence() > 0 && ledger.of(recorded.stream()) == null;
        if (goesOn && Ledger.mayOpen(recorded.fact())) {
            followAll(past.story(recorded.stream(), recorded.position() - 1));
        }
        follow(recorded);
        forgetSettled(recorded.stream());
    }

    private void followAll(List<Recorded<?>> story) {
        story.forEach(this::follow);
    }

    /** One that cannot follow is left out, and the others count on. */
    private void follow(Recorded<?> recorded) {
        List<Obligation> changed;
        try {
            changed = ledger.take(recorded);
        } catch (RuntimeException e) {
            leftOut.tell(recorded.position(), e);
            return;
        }
        changed.forEach(this::follow);
    }

    private void forgetSettled(String subject) {
        Duties duties = ledger.of(subject);
        if (duties != null && !duties.hasOpen()) {
            ledger.forget(subject);
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

    /** Who owes something, by their streams: all that is needed of the past to go on. */
    List<String> subjects() {
        return List.copyOf(ledger.subjects());
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
