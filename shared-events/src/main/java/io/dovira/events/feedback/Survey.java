package io.dovira.events.feedback;

import io.dovira.events.AppealId;
import io.dovira.events.OfficeId;
import io.dovira.events.ServiceId;
import io.dovira.events.SurveyId;
import io.dovira.events.VisitId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A survey as its facts tell it.
 *
 * @param appeal the one whose answer is rated; null if none is
 * @param channel where the visitor was asked, or answered unasked; null if that is not known
 * @param expiresAt the last instant at which it can be answered; null if it can be for ever
 * @param offeredAt when the visitor was asked; null if only an answer is known
 * @param answer what the visitor said; null while unanswered
 * @param answeredAt when
 * @param facts how many facts it is made of; the sequence of the next one
 */
public record Survey(
        SurveyId id,
        OfficeId office,
        @Nullable VisitId visit,
        @Nullable ServiceId service,
        @Nullable AppealId appeal,
        @Nullable SurveyChannel channel,
        @Nullable Instant expiresAt,
        @Nullable Instant offeredAt,
        @Nullable SurveyAnswered answer,
        @Nullable Instant answeredAt,
        int facts) {

    /** The state after one more fact; {@code before} is null before the first. */
    public static Survey evolve(@Nullable Survey before, FeedbackFact fact, Instant at) {
        int facts = before == null ? 1 : before.facts + 1;
        return switch (fact) {
            case SurveyOffered f ->
                new Survey(
                        f.survey(),
                        f.office(),
                        f.visit(),
                        f.service(),
                        f.appeal(),
                        f.channel(),
                        f.expiresAt(),
                        at,
                        null,
                        null,
                        facts);
            case SurveyAnswered f ->
                new Survey(
                        f.survey(),
                        f.office(),
                        f.visit(),
                        f.service(),
                        before == null ? null : before.appeal,
                        before == null ? f.channel() : before.channel,
                        before == null ? null : before.expiresAt,
                        before == null ? null : before.offeredAt,
                        f,
                        at,
                        facts);
        };
    }
}
