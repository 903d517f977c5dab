package io.dovira.query.interactions;

import io.dovira.query.platform.Fold;

/** The fold of this feature, for the tests that every fold has to pass. */
public final class InteractionsFolds {
    private InteractionsFolds() {}

    public static Fold fold() {
        return new InteractionsFold();
    }
}
