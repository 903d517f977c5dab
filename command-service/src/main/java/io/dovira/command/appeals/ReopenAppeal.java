package io.dovira.command.appeals;

import io.dovira.events.AppealId;
import io.dovira.events.appeals.AppealProcedure;

/** An answered appeal is to be considered again. */
public record ReopenAppeal(AppealId appeal, AppealProcedure procedure, String reason) implements AppealCommand {}
