package io.dovira.command.appeals;

import io.dovira.events.AppealId;

/** The applicant is asked for something. */
public record RequestInfo(AppealId appeal) implements AppealCommand {}
