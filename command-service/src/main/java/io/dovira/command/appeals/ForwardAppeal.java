package io.dovira.command.appeals;

import io.dovira.events.AppealId;
import io.dovira.events.OrganisationId;

/** It is sent to the body that is competent, and the applicant is told. */
public record ForwardAppeal(AppealId appeal, OrganisationId to) implements AppealCommand {}
