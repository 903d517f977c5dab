package io.dovira.command.appeals;

import io.dovira.events.AppealId;
import java.time.Instant;
import java.time.LocalDate;

/** The answer needs longer, and the applicant was told at {@code toldAt}. {@code until}: last local day. */
public record ExtendTerm(AppealId appeal, LocalDate until, String reason, Instant toldAt) implements AppealCommand {}
