package io.dovira.events.community;

import io.dovira.events.CommunityId;
import io.dovira.events.OfficeId;
import io.dovira.events.RegionId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A community as its facts tell it.
 *
 * @param office the unit of the police that answers for it
 * @param zone of its local day
 * @param population every claim that was ever made, in the order in which they were recorded
 * @param memorandumAt when it was agreed that it gets an officer; null if it was not
 * @param facts how many facts it is made of; the sequence of the next one
 */
public record Community(
        CommunityId id,
        Map<String, String> name,
        RegionId region,
        Map<String, String> regionName,
        OfficeId office,
        ZoneId zone,
        List<Population> population,
        Instant registeredAt,
        @Nullable Instant memorandumAt,
        int contacts,
        int reports,
        int facts) {

    /** What a source says of the number of people on a day. */
    public record Population(int people, String source, LocalDate asOf) {}

    public Community {
        population = List.copyOf(population);
    }

    /**
     * The state after one more fact; {@code before} is null before the first.
     *
     * @throws IllegalStateException if the fact cannot follow; no decider records such a fact
     */
    public static Community evolve(@Nullable Community before, CommunityFact fact, Instant at) {
        if (fact instanceof CommunityRegistered f) {
            if (before != null) {
                throw new IllegalStateException(f.community() + " is registered twice");
            }
            return new Community(
                    f.community(),
                    f.name(),
                    f.region(),
                    f.regionName(),
                    f.office(),
                    ZoneId.of(f.timeZone()),
                    List.of(new Population(f.people(), f.source(), f.asOf())),
                    at,
                    null,
                    0,
                    0,
                    1);
        }
        if (before == null) {
            throw new IllegalStateException(fact.community() + " is not registered");
        }
        return switch (fact) {
            case CommunityRegistered f -> throw new IllegalStateException(f.community() + " is handled above");
            case PopulationRestated f -> {
                List<Population> all = new ArrayList<>(before.population);
                all.add(new Population(f.people(), f.source(), f.asOf()));
                yield before.with(all, before.memorandumAt, before.contacts, before.reports);
            }
            case MemorandumSigned ignored -> before.with(before.population, at, before.contacts, before.reports);
            case ContactRecorded ignored ->
                before.with(before.population, before.memorandumAt, before.contacts + 1, before.reports);
            case ReportGiven ignored ->
                before.with(before.population, before.memorandumAt, before.contacts, before.reports + 1);
        };
    }

    private Community with(
            List<Population> newPopulation, @Nullable Instant newMemorandumAt, int newContacts, int newReports) {
        return new Community(
                id,
                name,
                region,
                regionName,
                office,
                zone,
                newPopulation,
                registeredAt,
                newMemorandumAt,
                newContacts,
                newReports,
                facts + 1);
    }
}
