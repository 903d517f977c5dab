package io.dovira.query.metrics;

import io.dovira.query.platform.Fold;

/** The fold, for tests of what runs it. */
public final class MetricsFolds {

    private MetricsFolds() {}

    public static Fold fold() {
        return new MetricsFold();
    }
}
