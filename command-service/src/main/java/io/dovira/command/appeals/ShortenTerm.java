package io.dovira.command.appeals;

import io.dovira.events.AppealId;
import java.time.LocalDate;

/** The applicant asks, with a reason, for an earlier answer. {@code until}: last local day. */
public record ShortenTerm(AppealId appeal, LocalDate until, String reason) implements AppealCommand {}
