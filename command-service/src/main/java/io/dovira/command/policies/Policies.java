package io.dovira.command.policies;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.FactCodec;
import io.dovira.command.platform.Moment;
import io.dovira.command.platform.Seen;
import io.dovira.events.CalendarId;
import io.dovira.events.Fact;
import io.dovira.events.Recorded;
import io.dovira.events.catalogue.Facts;
import io.dovira.events.policies.CalendarFact;
import io.dovira.events.policies.PolicyBook;
import io.dovira.events.policies.PolicyFact;
import io.dovira.events.policies.PolicyHistory;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogCursor;
import io.dovira.eventstore.log.LogFilter;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The rules as the log tells them now, for deciders of any feature. Thread-safe and cheap: each call reads only what was recorded since the one
 * before, so a rule that any service has published counts for the next command of every service.
 */
@Component
public final class Policies implements PolicySurroundings {
    private static final LogFilter FACTS = new LogFilter(Facts.all().stream()
            .filter(type -> PolicyFact.class.isAssignableFrom(type) || CalendarFact.class.isAssignableFrom(type))
            .map(Facts::nameOf)
            .collect(Collectors.toCollection(TreeSet::new)));

    private final EventLog log;
    private final AtomicReference<Seen<PolicyBook>> known = new AtomicReference<>(new Seen<>(0, PolicyBook.empty()));

    Policies(EventLog log) {
        this.log = log;
    }

    /** What a command that names no calendar leads to, for who has no bus: the decision that an aggregate would get. */
    public static Decision decide(@Nullable PolicyHistory policy, PolicyCommand command, Moment moment) {
        return PolicyDecider.decide(policy, command, new PolicyPremises(moment, true));
    }

    /** @throws io.dovira.eventstore.log.LogUnavailable if the log does not answer */
    public PolicyBook current() {
        return seen().state();
    }

    /** The book, and the position up to which it was read. No lock is held while the log answers: two callers may read the same news. */
    Seen<PolicyBook> seen() {
        Seen<PolicyBook> before = known.get();
        try (LogCursor news = log.read(before.position(), FACTS)) {
            PolicyBook book = before.state();
            while (news.hasNext()) {
                Recorded<Fact> recorded = FactCodec.decode(news.next());
                book = book.after(recorded.fact(), recorded.occurredAt());
            }
            Seen<PolicyBook> now = new Seen<>(news.position(), book);
            return known.accumulateAndGet(now, (a, b) -> b.position() >= a.position() ? b : a);
        }
    }

    @Override
    public boolean knows(CalendarId calendar) {
        return current().calendar(calendar).isPresent();
    }
}
