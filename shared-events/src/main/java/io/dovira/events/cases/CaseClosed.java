package io.dovira.events.cases;

import io.dovira.events.CaseId;
import io.dovira.events.StoredAs;
import org.jspecify.annotations.Nullable;

/** The case is closed. */
@StoredAs("case.case-closed")
public record CaseClosed(CaseId caseId, @Nullable String outcome) implements CaseFact {}
