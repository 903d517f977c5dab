package io.dovira.events.appeals;

import io.dovira.events.AppealId;
import io.dovira.events.StoredAs;
import org.jspecify.annotations.Nullable;

/** The applicant was asked for something. {@code policy}: the rule by which the term stands still until that comes; null if it runs on. */
@StoredAs(value = "appeal.info-requested", revision = 2)
public record InfoRequested(AppealId appeal, @Nullable String policy) implements AppealFact {}
