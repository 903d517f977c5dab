package io.dovira.command.appeals;

import io.dovira.events.AppealId;
import io.dovira.events.appeals.AnswerOutcome;
import io.dovira.events.appeals.LetterDigest;
import org.jspecify.annotations.Nullable;

/** The applicant gets an answer. */
public record SendAnswer(
        AppealId appeal, AnswerOutcome outcome, @Nullable LetterDigest letter) implements AppealCommand {}
