/**
 * Corrections that wait for a second person, the same for visits, appeals and custody records: one proposes, which changes nothing; another one
 * approves, and it holds from then on, or rejects it. Start at {@link io.dovira.events.corrections.Corrections}.
 */
@NullMarked
package io.dovira.events.corrections;

import org.jspecify.annotations.NullMarked;
