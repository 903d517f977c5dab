package io.dovira.events.appeals;

import io.dovira.events.AppealId;
import io.dovira.events.OrganisationId;
import io.dovira.events.StoredAs;
import java.time.Instant;

/** It was sent to the body that is competent, and the applicant was told. {@code policy} and {@code due}: until when that had to be done. */
@StoredAs("appeal.appeal-forwarded")
public record AppealForwarded(AppealId appeal, OrganisationId to, String policy, Instant due) implements AppealFact {}
