/**
 * What is owed, to whom, until when: the obligations of every office, each with the rule that limits it, and the alarm before the due moment passes. The
 * rules themselves are in {@link io.dovira.events.obligations}; here they are kept as documents, asked for, and pushed. Start at
 * {@code ObligationsFold}.
 */
@NullMarked
package io.dovira.query.obligations;

import org.jspecify.annotations.NullMarked;
