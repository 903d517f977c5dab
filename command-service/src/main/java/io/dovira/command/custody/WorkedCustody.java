package io.dovira.command.custody;

import io.dovira.command.pages.ActForm;
import io.dovira.events.PolicyId;
import io.dovira.events.custody.Custody;
import io.dovira.events.policies.Policy;
import io.dovira.events.policies.PolicyBook;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record as whoever keeps it sees it on its page.
 *
 * @param at the time of the service
 * @param acts what can be entered now
 * @param lateAfterSeconds from when on an entry counts as late; null if no policy says so
 */
record WorkedCustody(
        Instant at,
        ShownCustody record,
        List<ActForm> acts,
        @Nullable Long lateAfterSeconds) {
    private static final PolicyId LATE = new PolicyId("custody-late-entry");

    static WorkedCustody of(Custody custody, PolicyBook policies, Instant now) {
        return new WorkedCustody(
                now,
                ShownCustody.of(custody),
                CustodyActs.of(custody, now),
                lateAfter(policies, now).orElse(null));
    }

    private static Optional<Long> lateAfter(PolicyBook policies, Instant now) {
        return policies.history(LATE)
                .flatMap(history -> history.at(now))
                .map(Policy::limit)
                .map(limit -> (long) limit.amount());
    }
}
