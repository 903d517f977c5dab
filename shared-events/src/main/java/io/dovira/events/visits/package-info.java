/** One visit from the door to the last service. Start at {@link io.dovira.events.visits.Visit}, which folds the facts into a state. */
@NullMarked
package io.dovira.events.visits;

import org.jspecify.annotations.NullMarked;
