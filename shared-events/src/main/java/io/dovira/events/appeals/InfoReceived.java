package io.dovira.events.appeals;

import io.dovira.events.AppealId;
import io.dovira.events.StoredAs;
import org.jspecify.annotations.Nullable;

/** What the applicant was asked for has come. */
@StoredAs("appeal.info-received")
public record InfoReceived(AppealId appeal, @Nullable LetterDigest letter) implements AppealFact {}
