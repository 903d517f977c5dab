package io.dovira.command.imports.mapping;

import org.jspecify.annotations.Nullable;

/** Which office a row belongs to, and what that office belongs to. {@code zone}: column with its IANA zone, null for the mapping's. */
public record OfficeRule(
        Named office,
        Named organisation,
        Named region,
        @Nullable TextRule zone) {}
