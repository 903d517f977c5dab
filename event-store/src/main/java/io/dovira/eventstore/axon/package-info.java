/**
 * The log behind Axon's storage interfaces, so that the services know Axon and the log does not. Start at
 * {@link io.dovira.eventstore.axon.LogEventStore}; what becomes of a message is in {@code Messages}.
 */
@NullMarked
package io.dovira.eventstore.axon;

import org.jspecify.annotations.NullMarked;
