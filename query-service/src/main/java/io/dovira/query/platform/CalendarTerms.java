package io.dovira.query.platform;

import io.dovira.events.Recorded;
import io.dovira.events.policies.CalendarFact;
import io.dovira.events.policies.CalendarHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A calendar as it was known behind each position at which it was published, as {@link io.dovira.events.policies.PolicyTerms} are.
 *
 * @param known by position, at least one
 */
public record CalendarTerms(List<Known> known) {
    public CalendarTerms {
        known = List.copyOf(known);
    }

    /** What holds for every fact behind the position, until there is another. */
    public record Known(long position, CalendarHistory history) {}

    /** The terms after one more fact of the calendar. */
    public static CalendarTerms evolve(@Nullable CalendarTerms before, Recorded<?> recorded, CalendarFact fact) {
        List<Known> known = new ArrayList<>(before == null ? List.of() : before.known);
        CalendarHistory earlier = known.isEmpty() ? null : known.getLast().history();
        known.add(new Known(recorded.position(), CalendarHistory.evolve(earlier, fact, recorded.occurredAt())));
        return new CalendarTerms(known);
    }

    /** As it was known to the fact at the position; empty if it was not published before. */
    public Optional<CalendarHistory> at(long position) {
        return known.reversed().stream()
                .filter(each -> each.position() < position)
                .map(Known::history)
                .findFirst();
    }
}
