package io.dovira.command.feedback;

import io.dovira.events.feedback.Survey;
import io.dovira.events.feedback.SurveyAnswered;
import io.dovira.events.feedback.SurveyChannel;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A survey as a client sees it. */
@Schema(name = "Survey")
record ShownSurvey(
        String id,
        @Schema(example = "lviv-03") String office,
        @Nullable String visit,
        @Schema(example = "advice") @Nullable String service,

        @Schema(description = "Whose answer is rated") @Nullable
        String appeal,

        @Nullable SurveyChannel channel,

        @Schema(description = "The last instant at which it can be answered; null if it can be for ever") @Nullable
        Instant expiresAt,

        @Nullable Instant offeredAt,

        @Schema(description = "Null while unanswered") @Nullable
        Instant answeredAt,

        @Schema(description = "Satisfaction, 1 to 5") @Nullable
        Integer csat,

        @Schema(description = "Would recommend, 0 to 10") @Nullable
        Integer nps,

        @Nullable String comment) {

    static ShownSurvey of(Survey survey) {
        SurveyAnswered answer = survey.answer();
        return new ShownSurvey(
                survey.id().value(),
                survey.office().value(),
                survey.visit() == null ? null : Objects.toString(survey.visit()),
                survey.service() == null ? null : Objects.toString(survey.service()),
                survey.appeal() == null ? null : Objects.toString(survey.appeal()),
                survey.channel(),
                survey.expiresAt(),
                survey.offeredAt(),
                survey.answeredAt(),
                answer == null ? null : answer.csat(),
                answer == null ? null : answer.nps(),
                answer == null ? null : answer.comment());
    }
}
