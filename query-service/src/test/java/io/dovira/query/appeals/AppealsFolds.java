package io.dovira.query.appeals;

import io.dovira.query.platform.Fold;

/** The fold of this feature, for the tests that every fold has to pass. */
public final class AppealsFolds {
    private AppealsFolds() {}

    public static Fold fold() {
        return new AppealsFold();
    }
}
