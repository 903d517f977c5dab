package io.dovira.events.appeals;

import io.dovira.events.AppealId;
import io.dovira.events.StoredAs;
import org.jspecify.annotations.Nullable;

/** It will not be considered, and the applicant was told why. {@code earlier}: the appeal that it repeats. */
@StoredAs("appeal.appeal-declined")
public record AppealDeclined(
        AppealId appeal, DeclineGround ground, @Nullable AppealId earlier) implements AppealFact {
    public AppealDeclined {
        if (earlier != null && ground != DeclineGround.REPEAT) {
            throw new IllegalArgumentException("only a repeat has an earlier appeal");
        }
    }
}
