package io.dovira.query.feedback;

import io.dovira.events.Origin;
import io.dovira.query.platform.Office;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked, checked. An empty set restricts nothing.
 *
 * @param from first local day of an offer; null for all from the beginning
 * @param to first local day that counts no more; null for all up to now
 */
record FeedbackQuestion(
        Set<String> offices,
        Set<String> regions,
        Set<String> services,
        Set<String> channels,
        Set<Origin> origins,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    FeedbackQuestion {
        offices = Set.copyOf(offices);
        regions = Set.copyOf(regions);
        services = Set.copyOf(services);
        channels = Set.copyOf(channels);
        origins = Set.copyOf(origins);
    }

    boolean wants(Office office) {
        return (offices.isEmpty() || offices.contains(office.id()))
                && (regions.isEmpty() || regions.contains(office.region()));
    }

    boolean wants(Cell cell) {
        return (services.isEmpty() || services.contains(cell.service()))
                && (channels.isEmpty() || channels.contains(cell.channel()))
                && (origins.isEmpty() || origins.contains(cell.origin()));
    }
}
