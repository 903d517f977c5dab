package io.dovira.query.feedback;

import io.dovira.query.platform.Fold;

/** The fold of this feature, for the tests that every fold has to pass. */
public final class FeedbackFolds {
    private FeedbackFolds() {}

    public static Fold fold() {
        return new FeedbackFold();
    }
}
