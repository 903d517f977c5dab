/**
 * Keeps byte maps in one file and decides when a write is durable and what a reader may see. Rule: nothing is answered, and
 * nothing is shown, that a kill of the process could still take back. Start at {@link io.dovira.embedded.storage.Storage}.
 */
@NullMarked
package io.dovira.embedded.storage;

import org.jspecify.annotations.NullMarked;
