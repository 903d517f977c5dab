package io.dovira.events.offices;

import io.dovira.events.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an office has set and since when, so that a fact is judged by what held at its time, however late it is taken: a dead letter that is
 * tried again finds here what it would have found at its place in the log.
 *
 * <pre>
 *   targets  [advice, position 4, from 2026-01-01, 900 s]   [advice, position 90, from 2026-03-01, 600 s]
 *
 *   a leg queued on 2026-02-10, told at position 80 or 95: 900 s        queued on 2026-03-02: 900 s if told before position 90, else 600 s
 * </pre>
 *
 * @param zones by position
 * @param targets by service, then by the instant from which they hold, then by position
 */
public record OfficeTerms(List<Zone> zones, List<Target> targets) {

    /** Of an office of which nothing is known. */
    public static final OfficeTerms NONE = new OfficeTerms(List.of(), List.of());

    private static final Comparator<Target> ORDER =
            Comparator.comparing(Target::service).thenComparing(Target::from).thenComparingLong(Target::position);

    public OfficeTerms {
        zones = List.copyOf(zones);
        targets = List.copyOf(targets);
    }

    /** @param zone IANA zone that holds for every fact behind the position, until there is another */
    public record Zone(long position, String zone) {}

    /**
     * @param position of the fact that told it
     * @param seconds longest wait within target; null if none is set
     */
    public record Target(
            String service,
            long position,
            Instant from,
            @Nullable Integer seconds) {}

    /** The terms after one more fact of the office. */
    public static OfficeTerms evolve(@Nullable OfficeTerms before, Recorded<?> recorded, OfficeFact fact) {
        OfficeTerms known = before == null ? NONE : before;
        if (fact instanceof OfficeRegistered f) {
            Zone zone = new Zone(recorded.position(), f.timeZone());
            return new OfficeTerms(with(known.zones, zone, Comparator.comparingLong(Zone::position)), known.targets);
        }
        if (fact instanceof ServiceOffered f) {
            Target target =
                    new Target(f.service().value(), recorded.position(), recorded.occurredAt(), f.waitTargetSeconds());
            return new OfficeTerms(known.zones, with(known.targets, target, ORDER));
        }
        return known;
    }

    private static <T> List<T> with(List<T> sorted, T one, Comparator<T> order) {
        List<T> all = new ArrayList<>(sorted);
        all.add(one);
        all.sort(order);
        return all;
    }

    /** The zone as it was known to the fact at the position. */
    public String zone(long position) {
        long known = known(position);
        return zones.stream()
                .filter(zone -> zone.position() < known)
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .zone();
    }

    /**
     * The wait target that the office itself promised for a service at an instant, as it was known to the fact at the position; before the first offer
     * the first holds, because an office that is registered late had visitors before. Null if it promised none.
     */
    public @Nullable Integer waitTarget(String service, Instant at, long position) {
        long known = known(position);
        Target found = null;
        for (Target target : targets) {
            boolean told = target.service().equals(service) && target.position() < known;
            if (told && (found == null || !target.from().isAfter(at))) {
                found = target;
            }
        }
        return found == null ? null : found.seconds();
    }

    /** A fact that was told before its office was registered became a dead letter; when that is tried again, what is known then has to do. */
    private long known(long position) {
        boolean registered = zones.stream().anyMatch(zone -> zone.position() < position);
        return registered ? position : Long.MAX_VALUE;
    }
}
