package io.dovira.events.appeals;

import io.dovira.events.AppealId;
import io.dovira.events.StoredAs;

/** The applicant takes it back. */
@StoredAs("appeal.appeal-withdrawn")
public record AppealWithdrawn(AppealId appeal) implements AppealFact {}
