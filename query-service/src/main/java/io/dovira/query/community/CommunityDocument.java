package io.dovira.query.community;

import io.dovira.events.Origin;
import io.dovira.events.community.CommunityRegistered;
import io.dovira.events.community.OfficerState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A community and all that bears on its coverage, so that any day can be told from it.
 *
 * <pre>
 *   spells   p-1 CANDIDATE   1 Mar .. 4 Mar        p-2 CANDIDATE 2 Mar .. 9 Mar
 *            p-1 IN_TRAINING 4 Mar .. 1 Jun        (left, no spell is open)
 *            p-1 CERTIFIED   1 Jun .. 3 Jun
 *            p-1 ASSIGNED    3 Jun ..              covered since then
 * </pre>
 *
 * @param population every claim, in the order in which they were recorded
 * @param spells of officers and candidates, in the order in which they began
 * @param months in which the police met people or reported, ascending
 */
record CommunityDocument(
        String id,
        Map<String, String> name,
        String region,
        Map<String, String> regionName,
        String office,
        String timeZone,
        Origin origin,
        Instant registeredAt,
        @Nullable Instant memorandumAt,
        List<Population> population,
        List<Spell> spells,
        List<Month> months) {

    /** What a source says of the number of people on a day. */
    record Population(int people, String source, LocalDate asOf) {}

    /**
     * An officer at one step, for this community.
     *
     * @param to null while it lasts
     */
    record Spell(
            String officer,
            OfficerState state,
            Instant from,
            @Nullable Instant to) {
        boolean holds(Instant at) {
            return !at.isBefore(from) && (to == null || at.isBefore(to));
        }
    }

    /**
     * How often the police met people in a local month.
     *
     * @param month {@code 2026-03}
     * @param contacts by kind
     * @param met people who were met, as far as they were counted
     * @param attended people who came to reports, as far as they were counted
     */
    record Month(String month, Map<String, Integer> contacts, int met, int reports, int attended) {
        Month {
            contacts = Collections.unmodifiableMap(new TreeMap<>(contacts));
        }

        int all() {
            return contacts.values().stream().mapToInt(Integer::intValue).sum();
        }

        private Month met(String kind, int people) {
            Map<String, Integer> more = new TreeMap<>(contacts);
            more.merge(kind, 1, Integer::sum);
            return new Month(month, more, met + people, reports, attended);
        }

        private Month reported(int people) {
            return new Month(month, contacts, met, reports + 1, attended + people);
        }
    }

    CommunityDocument {
        name = Collections.unmodifiableMap(new TreeMap<>(name));
        regionName = Collections.unmodifiableMap(new TreeMap<>(regionName));
        population = List.copyOf(population);
        spells = List.copyOf(spells);
        months = List.copyOf(months);
    }

    static CommunityDocument of(CommunityRegistered f, Instant at, Origin origin) {
        return new CommunityDocument(
                f.community().value(),
                f.name(),
                f.region().value(),
                f.regionName(),
                f.office().value(),
                f.timeZone(),
                origin,
                at,
                null,
                List.of(new Population(f.people(), f.source(), f.asOf())),
                List.of(),
                List.of());
    }

    ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    CommunityDocument restated(Population claim) {
        List<Population> more = new ArrayList<>(population);
        more.add(claim);
        return with(memorandumAt, more, spells, months);
    }

    CommunityDocument signed(Instant at) {
        return with(at, population, spells, months);
    }

    CommunityDocument met(Instant at, String kind, @Nullable Integer people) {
        return month(at, month -> month.met(kind, people == null ? 0 : people));
    }

    CommunityDocument reported(Instant at, @Nullable Integer people) {
        return month(at, month -> month.reported(people == null ? 0 : people));
    }

    /**
     * The officer is at another step from now on.
     *
     * @param state null if the officer has left, or serves another community
     */
    CommunityDocument withOfficer(String officer, @Nullable OfficerState state, Instant at) {
        List<Spell> changed = new ArrayList<>();
        for (Spell spell : spells) {
            changed.add(
                    spell.officer().equals(officer) && spell.to() == null
                            ? new Spell(officer, spell.state(), spell.from(), at)
                            : spell);
        }
        if (state != null) {
            changed.add(new Spell(officer, state, at, null));
        }
        return with(memorandumAt, population, changed, months);
    }

    /** The newest claim of a day that had come; before the first of them that one. Of two of the same day the later recorded. */
    Population populationOn(LocalDate day) {
        Population found = null;
        for (Population claim : population) {
            if (!claim.asOf().isAfter(day) && (found == null || !claim.asOf().isBefore(found.asOf()))) {
                found = claim;
            }
        }
        return found != null ? found : Collections.min(population, Comparator.comparing(Population::asOf));
    }

    private CommunityDocument month(Instant at, UnaryOperator<Month> step) {
        String wanted = YearMonth.from(at.atZone(zone())).toString();
        List<Month> changed = new ArrayList<>(months);
        int index = Collections.binarySearch(
                changed, new Month(wanted, Map.of(), 0, 0, 0), Comparator.comparing(Month::month));
        if (index < 0) {
            changed.add(-index - 1, step.apply(new Month(wanted, Map.of(), 0, 0, 0)));
        } else {
            changed.set(index, step.apply(changed.get(index)));
        }
        return with(memorandumAt, population, spells, changed);
    }

    private CommunityDocument with(
            @Nullable Instant signedAt, List<Population> claims, List<Spell> newSpells, List<Month> newMonths) {
        return new CommunityDocument(
                id,
                name,
                region,
                regionName,
                office,
                timeZone,
                origin,
                registeredAt,
                signedAt,
                claims,
                newSpells,
                newMonths);
    }
}
