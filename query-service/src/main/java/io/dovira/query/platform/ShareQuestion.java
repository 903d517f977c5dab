package io.dovira.query.platform;

import io.dovira.events.Origin;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which parts of which wholes are asked for, checked. An empty set restricts nothing.
 *
 * @param measure one of {@link ShareCounter#measures}
 * @param from first local day that counts; null for all from the beginning
 * @param to first local day that counts no more; null for all up to now
 * @param minPosition to which the answer must be complete; 0 if any will do
 */
public record ShareQuestion(
        String measure,
        Set<String> organisations,
        Set<String> regions,
        Set<String> offices,
        Set<String> services,
        Set<String> channels,
        Set<Origin> origins,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        long minPosition) {
    public ShareQuestion {
        organisations = Set.copyOf(organisations);
        regions = Set.copyOf(regions);
        offices = Set.copyOf(offices);
        services = Set.copyOf(services);
        channels = Set.copyOf(channels);
        origins = Set.copyOf(origins);
    }

    /** @throws Problem if it names an organisation, region or service that none of these offices has */
    public void requireKnown(Collection<Office> offices) {
        QueryParameters.requireKnown("organisation", organisations, offices, office -> Set.of(office.organisation()));
        QueryParameters.requireKnown("region", regions, offices, office -> Set.of(office.region()));
        QueryParameters.requireKnown(
                "service",
                services,
                offices,
                office -> office.services().stream().map(Office.Service::id).toList());
    }
}
