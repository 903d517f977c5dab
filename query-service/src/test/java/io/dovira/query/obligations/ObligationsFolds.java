package io.dovira.query.obligations;

import io.dovira.query.platform.Fold;

/** The fold of this feature, for the tests that every fold has to pass. */
public final class ObligationsFolds {
    private ObligationsFolds() {}

    public static Fold fold() {
        return new ObligationsFold();
    }
}
