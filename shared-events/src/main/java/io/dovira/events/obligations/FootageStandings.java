package io.dovira.events.obligations;

import io.dovira.events.PolicyId;
import io.dovira.events.footage.Flaw;
import io.dovira.events.footage.Flaws;
import io.dovira.events.obligations.Standing.ByRule;
import io.dovira.events.obligations.Standing.Status;
import io.dovira.events.policies.KnownPolicies;
import java.util.ArrayList;
import java.util.List;

/**
 * What is owed to whoever relies on footage: a gap, so an explanation is due; a file that is not what came in, so it is to be restored, which a good
 * check tells, or its loss explained.
 */
final class FootageStandings {
    private FootageStandings() {}

    static List<Standing> of(Flaws flaws) {
        List<Standing> standings = new ArrayList<>();
        for (Flaw flaw : Flaw.values()) {
            Flaws.Found found = flaws.of(flaw);
            if (found != null) {
                standings.add(of(found, policy(flaw)));
            }
        }
        return standings;
    }

    private static PolicyId policy(Flaw flaw) {
        return switch (flaw) {
            case GAP -> KnownPolicies.FOOTAGE_GAP;
            case INTEGRITY -> KnownPolicies.FOOTAGE_INTEGRITY;
        };
    }

    private static Standing of(Flaws.Found found, PolicyId policy) {
        Status status = found.isOpen() ? Status.OPEN : found.lapsed() ? Status.LAPSED : Status.DONE;
        return new Standing(policy.value(), status, found.since(), new ByRule(policy), null, found.answeredAt());
    }
}
