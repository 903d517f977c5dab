package io.dovira.query.metrics;

import io.dovira.events.metrics.MetricDefinition;
import java.util.List;

/**
 * The answer to a question about figures.
 *
 * @param definition what the figures mean
 * @param position every fact up to it is counted; some later ones may be
 * @param rows groups with at least one entry, in the order of their keys and buckets
 */
record MetricsAnswer(MetricDefinition definition, long position, List<MetricsRow> rows) {}
