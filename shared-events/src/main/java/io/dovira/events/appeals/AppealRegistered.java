package io.dovira.events.appeals;

import io.dovira.events.AppealId;
import io.dovira.events.StoredAs;
import java.time.Instant;
import java.time.LocalDate;

/** The appeal has a number. {@code dayZero}: local day of its receipt, from which the term counts; {@code policy}: the rule that gave {@code due}, as {@code id@version}. */
@StoredAs("appeal.appeal-registered")
public record AppealRegistered(AppealId appeal, String number, LocalDate dayZero, String policy, Instant due)
        implements AppealFact {}
