package io.dovira.query.metrics;

import io.dovira.events.metrics.MetricDefinition;
import java.time.Instant;
import java.util.List;

/**
 * The answer to a question about figures.
 *
 * @param definition what the figures mean
 * @param position every fact up to it is counted; some later ones may be
 * @param openUntil the moment up to which what is open has lasted, for {@code p90WithOpen}: now, or that to which the figures are complete if they
 *     are behind
 * @param rows groups with at least one entry, in the order of their keys and buckets
 */
record MetricsAnswer(MetricDefinition definition, long position, Instant openUntil, List<MetricsRow> rows) {}
