/**
 * Appeals of citizens (звернення) from the letter box to the answer. The rule: an appeal is considered in rounds, the first from its receipt,
 * each further one from a reopening; every round has its own term and its own first response. Start at {@link
 * io.dovira.events.appeals.Appeal}.
 */
@NullMarked
package io.dovira.events.appeals;

import org.jspecify.annotations.NullMarked;
