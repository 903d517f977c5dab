/**
 * Limits, thresholds and calendars as dated, versioned records with their legal basis. A case is judged by the rule valid at its time; another
 * law is another version, never another program. Start at {@link io.dovira.events.policies.PolicyBook}.
 */
@NullMarked
package io.dovira.events.policies;

import org.jspecify.annotations.NullMarked;
