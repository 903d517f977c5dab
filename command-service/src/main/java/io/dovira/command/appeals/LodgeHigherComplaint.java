package io.dovira.command.appeals;

import io.dovira.events.AppealId;
import io.dovira.events.OrganisationId;

/** The applicant complains about the result to a higher body or a court. */
public record LodgeHigherComplaint(AppealId appeal, OrganisationId to) implements AppealCommand {}
