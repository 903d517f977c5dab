package io.dovira.command.appeals;

import io.dovira.events.AppealId;

/** The second person agrees. {@code number}: of the proposal, inside the appeal. */
public record ApproveAppealCorrection(AppealId appeal, int number) implements AppealCommand {}
