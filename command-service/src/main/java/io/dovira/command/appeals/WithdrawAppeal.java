package io.dovira.command.appeals;

import io.dovira.events.AppealId;

/** The applicant takes it back. */
public record WithdrawAppeal(AppealId appeal) implements AppealCommand {}
