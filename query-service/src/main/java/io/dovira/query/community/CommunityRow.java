package io.dovira.query.community;

import io.dovira.events.Origin;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A community as it stood on the day.
 *
 * @param people by the claim valid on the day, which source and populationAsOf name
 * @param claims how many different numbers of people are claimed of it
 * @param required officers by the rule; null if there is none
 */
record CommunityRow(
        String id,
        Map<String, String> name,
        String region,
        Map<String, String> regionName,
        String office,
        Origin origin,
        CoverageState state,
        int people,
        String source,
        LocalDate populationAsOf,
        int claims,
        int officers,
        int absent,
        @Nullable Integer required,
        @Nullable Integer missing,
        int contacts,
        int reports) {

    static CommunityRow of(Standing standing) {
        CommunityDocument community = standing.community();
        return new CommunityRow(
                community.id(),
                community.name(),
                community.region(),
                community.regionName(),
                community.office(),
                community.origin(),
                standing.state(),
                standing.population().people(),
                standing.population().source(),
                standing.population().asOf(),
                (int) community.population().stream()
                        .map(CommunityDocument.Population::people)
                        .distinct()
                        .count(),
                standing.present(),
                standing.absent(),
                standing.required(),
                standing.missing(),
                standing.contacts(),
                standing.reports());
    }
}
