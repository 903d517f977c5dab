package io.dovira.query.community;

import io.dovira.events.metrics.MetricDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a question about coverage.
 *
 * @param definition what covered means
 * @param position every fact up to it is counted; some later ones may be
 * @param asOf the day or moment that is told, as it is known now
 * @param policy the rule for the number of officers valid then; null if there was none
 * @param peopleForEachOfficer what it says
 * @param rows groups with at least one community, origins apart
 */
record CoverageAnswer(
        MetricDefinition definition,
        long position,
        String asOf,
        @Nullable String policy,
        @Nullable Integer peopleForEachOfficer,
        List<CoverageRow> rows) {}
