package io.dovira.events.appeals;

import io.dovira.events.AppealId;
import io.dovira.events.StoredAs;
import org.jspecify.annotations.Nullable;

/** The applicant has an answer; the round is closed. */
@StoredAs("appeal.answer-sent")
public record AnswerSent(
        AppealId appeal, AnswerOutcome outcome, @Nullable LetterDigest letter) implements AppealFact {}
