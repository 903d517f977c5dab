package io.dovira.query.community;

import io.dovira.query.platform.Fold;

/** The fold of this feature, for the tests that every fold has to pass. */
public final class CommunityFolds {
    private CommunityFolds() {}

    public static Fold fold() {
        return new CommunityFold();
    }
}
