package io.dovira.query.live;

import io.dovira.query.platform.Fold;

/** The fold of this feature, for the tests that every fold has to pass. */
public final class LiveFolds {

    private LiveFolds() {}

    public static Fold fold() {
        return new LiveFold();
    }
}
