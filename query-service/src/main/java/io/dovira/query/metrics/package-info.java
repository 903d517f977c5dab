/**
 * Figures: how long people waited, how fast they were helped, how many are still open; per office, service, channel, hour and day.
 *
 * <p>The idea: what a visit or case contributes to the figures is a pure function of its state ({@code VisitState.contributions}). A fact
 * changes the state; the figures change by the difference. Corrections, recalls and late facts therefore need no rule of their own. Start at
 * {@code MetricsFold}, then {@code MetricsQuery} for what can be asked.
 */
@NullMarked
package io.dovira.query.metrics;

import org.jspecify.annotations.NullMarked;
