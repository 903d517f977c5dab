package io.dovira.events.obligations;

import io.dovira.events.ObligationId;
import io.dovira.events.OfficeId;
import io.dovira.events.StoredAs;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The due moment passed and nobody had met the duty, as far as it was known. Happens once for each obligation; who meets it later, or tells late
 * that it had been met, does not undo this.
 *
 * @param rule which duty, for example {@code custody-hospital}
 * @param subject stream of whom or what it is owed to
 * @param from when the clock started
 * @param due last moment in time
 * @param policy the version that says so, as {@code id@version}
 */
@StoredAs("obligation.obligation-breached")
public record ObligationBreached(
        ObligationId obligation,
        String rule,
        String subject,
        @Nullable OfficeId office,
        Instant from,
        Instant due,
        String policy)
        implements ObligationFact {}
