package io.dovira.query.footage;

import io.dovira.query.platform.Fold;

/** The fold of this feature, for the tests that every fold has to pass. */
public final class FootageFolds {
    private FootageFolds() {}

    public static Fold fold() {
        return new FootageFold();
    }
}
