/**
 * Hands the log to integrators as CloudEvents: in pages ({@code /api/v1/events}) and live ({@code /api/v1/events/stream}). Everything is
 * read from the durable log, never from a projection or a ring with an end, so a reader that was away for a year misses nothing. Delivery is
 * at least once, in the order of the log; the id of an event is the key to de-duplicate by. Start at {@link
 * io.dovira.query.streams.EventsController} and {@link io.dovira.query.streams.Subscription}.
 */
@NullMarked
package io.dovira.query.streams;

import org.jspecify.annotations.NullMarked;
