package io.dovira.query.custody;

import io.dovira.query.platform.Fold;

/** The fold of this feature, for the tests that every fold has to pass. */
public final class CustodyFolds {
    private CustodyFolds() {}

    public static Fold fold() {
        return new CustodyFold();
    }
}
