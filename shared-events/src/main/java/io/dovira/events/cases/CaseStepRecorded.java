package io.dovira.events.cases;

import io.dovira.events.CaseId;
import io.dovira.events.StoredAs;
import org.jspecify.annotations.Nullable;

/** A step of the work on the case, as the source names it. */
@StoredAs("case.case-step-recorded")
public record CaseStepRecorded(
        CaseId caseId,
        String activity,
        @Nullable String resource,
        @Nullable String group) implements CaseFact {}
