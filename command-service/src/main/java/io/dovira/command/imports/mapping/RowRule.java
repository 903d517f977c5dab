package io.dovira.command.imports.mapping;

/** Rows for which the condition holds are left out, or warned about, for this reason; {@code ${column}} in it is filled in. */
public record RowRule(Condition when, String reason) {}
