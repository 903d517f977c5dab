/**
 * When something is due: limits, the hours in which an office works, and deadlines in the local time of a place. Pure; knows no law and no
 * clock. Start at {@link io.dovira.events.clocks.Deadline}.
 */
@NullMarked
package io.dovira.events.clocks;

import org.jspecify.annotations.NullMarked;
