package io.dovira.command.appeals;

import io.dovira.events.AppealId;
import io.dovira.events.appeals.AppealProcedure;

/** It gets a number and a due date. */
public record RegisterAppeal(AppealId appeal, AppealProcedure procedure) implements AppealCommand {}
