package io.dovira.command.appeals;

import io.dovira.events.AppealId;

/** The applicant is told that it was received. */
public record SendAcknowledgement(AppealId appeal, boolean automatic) implements AppealCommand {}
