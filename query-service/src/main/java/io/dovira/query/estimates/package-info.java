/**
 * How long somebody who queues will probably wait, told as a range when the ticket is drawn, and how good such ranges were.
 *
 * <p>{@code EstimatesFold} keeps one {@code Hall} per office (who waits, who is served, which desks work, how long services took, how far off the last
 * forecasts were) and one {@code Outcomes} per office and day. {@code Forecast} is the rule. The holder of a ticket's code sees the own place and range
 * ({@code TicketsController}), staff see how past ranges turned out ({@code EstimatesController}).
 */
@NullMarked
package io.dovira.query.estimates;

import org.jspecify.annotations.NullMarked;
