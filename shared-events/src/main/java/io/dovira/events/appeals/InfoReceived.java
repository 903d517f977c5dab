package io.dovira.events.appeals;

import io.dovira.events.AppealId;
import io.dovira.events.StoredAs;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the applicant was asked for has come. {@code due}: last moment for the answer after the term stood still; null if it ran on. */
@StoredAs(value = "appeal.info-received", revision = 2)
public record InfoReceived(
        AppealId appeal,
        @Nullable LetterDigest letter,
        @Nullable Instant due) implements AppealFact {}
