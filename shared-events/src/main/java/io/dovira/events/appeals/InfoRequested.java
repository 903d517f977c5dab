package io.dovira.events.appeals;

import io.dovira.events.AppealId;
import io.dovira.events.StoredAs;

/** The applicant was asked for something. The term runs on. */
@StoredAs("appeal.info-requested")
public record InfoRequested(AppealId appeal) implements AppealFact {}
