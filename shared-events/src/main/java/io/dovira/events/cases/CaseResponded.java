package io.dovira.events.cases;

import io.dovira.events.CaseId;
import io.dovira.events.StoredAs;

/** The citizen got a first answer from a person. */
@StoredAs("case.case-responded")
public record CaseResponded(CaseId caseId) implements CaseFact {}
