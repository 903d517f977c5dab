package io.dovira.command.appeals;

import io.dovira.events.AppealId;

/** The second person does not agree. */
public record RejectAppealCorrection(AppealId appeal, int number, String reason) implements AppealCommand {}
