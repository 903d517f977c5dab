package io.dovira.events.appeals;

import io.dovira.events.PolicyId;
import io.dovira.events.policies.KnownPolicies;

/** By which term of the law an appeal is considered. */
public enum AppealProcedure {
    /** Needs no further study. */
    SIMPLE,
    NORMAL;

    /** The rule that says how long it may take. */
    public PolicyId policy() {
        return switch (this) {
            case SIMPLE -> KnownPolicies.APPEAL_SIMPLE;
            case NORMAL -> KnownPolicies.APPEAL_NORMAL;
        };
    }
}
