/** Queues that are only observed from outside, as a gauge polled now and then. */
@NullMarked
package io.dovira.events.queues;

import org.jspecify.annotations.NullMarked;
