package io.dovira.query.appeals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The question how an appeal was answered.
 *
 * @param expiresAt the last instant at which it can be answered; null if it can be for ever
 * @param answeredAt null while it waits
 */
record AppealSurvey(
        String id, @Nullable Instant expiresAt, @Nullable Instant answeredAt) {

    AppealSurvey answered(Instant at) {
        return new AppealSurvey(id, expiresAt, at);
    }
}
