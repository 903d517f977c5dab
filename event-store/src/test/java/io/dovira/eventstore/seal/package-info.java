/** Sealing under load, under death at each step, by several at once, and over a log that somebody changed. */
@NullMarked
package io.dovira.eventstore.seal;

import org.jspecify.annotations.NullMarked;
