package io.dovira.query.feedback;

import io.dovira.events.Origin;
import io.dovira.events.feedback.FeedbackFact;
import io.dovira.events.feedback.SurveyAnswered;
import io.dovira.events.feedback.SurveyOffered;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A survey.
 *
 * @param service empty if it is of the office at large
 * @param channel where it was offered, or answered if nobody was asked; empty if that is not known
 * @param at when it was offered; when it was answered if no offer is known. Its local day is the day of its figures
 * @param expiresAt until when it can be answered; null for ever
 * @param answeredAt null while it is not
 * @param commented whether the answer has a comment, to be searched by
 */
record SurveyDocument(
        String office,
        String service,
        String channel,
        Origin origin,
        @Nullable String visit,
        @Nullable String appeal,
        Instant at,
        boolean offered,
        @Nullable Instant expiresAt,
        @Nullable Instant answeredAt,
        @Nullable Integer csat,
        @Nullable Integer nps,
        @Nullable String comment,
        boolean commented) {

    static SurveyDocument after(@Nullable SurveyDocument before, FeedbackFact fact, Instant at, Origin origin) {
        return switch (fact) {
            case SurveyOffered f -> {
                if (before != null) {
                    throw new IllegalStateException("survey " + f.survey() + " is offered twice");
                }
                yield new SurveyDocument(
                        f.office().value(),
                        text(f.service()),
                        text(f.channel()),
                        origin,
                        f.visit() == null ? null : f.visit().value(),
                        f.appeal() == null ? null : f.appeal().value(),
                        at,
                        true,
                        f.expiresAt(),
                        null,
                        null,
                        null,
                        null,
                        false);
            }
            case SurveyAnswered f -> {
                if (before != null && before.answeredAt != null) {
                    throw new IllegalStateException("survey " + f.survey() + " is answered twice");
                }
                String comment = f.comment();
                yield new SurveyDocument(
                        f.office().value(),
                        before == null ? text(f.service()) : before.service,
                        before == null ? text(f.channel()) : before.channel,
                        before == null ? origin : before.origin,
                        f.visit() == null ? null : f.visit().value(),
                        before == null ? null : before.appeal,
                        before == null ? at : before.at,
                        before != null,
                        before == null ? null : before.expiresAt,
                        at,
                        f.csat(),
                        f.nps(),
                        comment,
                        comment != null && !comment.isBlank());
            }
        };
    }

    private static String text(@Nullable Object id) {
        return id == null ? "" : id.toString();
    }
}
