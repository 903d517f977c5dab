package io.dovira.query.estimates;

import io.dovira.query.platform.Fold;

/** The fold of this feature, for the tests that every fold has to pass. */
public final class EstimatesFolds {

    private EstimatesFolds() {}

    public static Fold fold() {
        return new EstimatesFold();
    }
}
