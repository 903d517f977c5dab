package io.dovira.events.appeals;

import io.dovira.events.AppealId;
import io.dovira.events.OrganisationId;
import io.dovira.events.StoredAs;

/** The applicant complains about the result to a higher body or a court. */
@StoredAs("appeal.higher-complaint-lodged")
public record HigherComplaintLodged(AppealId appeal, OrganisationId to) implements AppealFact {}
