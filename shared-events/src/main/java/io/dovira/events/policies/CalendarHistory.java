package io.dovira.events.policies;

import io.dovira.events.CalendarId;
import io.dovira.events.clocks.Calendar;
import io.dovira.events.clocks.Calendars;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A calendar through the years, as its facts tell it.
 *
 * @param name as it was published last, by language tag
 * @param published what holds, by first day; what was replaced is left out
 * @param lastAt time of the newest fact
 * @param facts how many facts it is made of; the sequence of the next one
 */
public record CalendarHistory(
        CalendarId id, Map<String, String> name, List<CalendarPublished> published, Instant lastAt, int facts) {
    public CalendarHistory {
        published = List.copyOf(published);
    }

    /** The state after one more fact; {@code before} is null before the first. */
    public static CalendarHistory evolve(@Nullable CalendarHistory before, CalendarFact fact, Instant at) {
        return switch (fact) {
            case CalendarPublished f -> {
                List<CalendarPublished> published = Stream.concat(
                                before == null
                                        ? Stream.<CalendarPublished>empty()
                                        : before.published.stream()
                                                .filter(other ->
                                                        !other.firstDay().equals(f.firstDay())),
                                Stream.of(f))
                        .sorted(Comparator.comparing(CalendarPublished::firstDay))
                        .toList();
                yield new CalendarHistory(f.calendar(), f.name(), published, at, before == null ? 1 : before.facts + 1);
            }
        };
    }

    /** The hours of every day. */
    public Calendar calendar() {
        CalendarPublished first = published.getFirst();
        Calendars calendars = Calendars.from(first.firstDay(), first.timetable());
        for (CalendarPublished next : published.subList(1, published.size())) {
            calendars = calendars.and(next.firstDay(), next.timetable());
        }
        return calendars;
    }
}
