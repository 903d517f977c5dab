/**
 * Finds single visits and cases and tells their story: every fact with who recorded it, when, how late, and what was known after it. The
 * search reads an index that the fold {@link io.dovira.query.interactions.InteractionsFold} keeps; the story is always read from the log
 * itself and folded in memory by the same {@code Visit} and {@code Case} that decide. Start at {@link
 * io.dovira.query.interactions.InteractionsController}.
 */
@NullMarked
package io.dovira.query.interactions;

import org.jspecify.annotations.NullMarked;
