package io.dovira.events.cases;

import io.dovira.events.CaseId;
import io.dovira.events.Fact;

/** What can happen in an imported case, in its own stream. */
public sealed interface CaseFact extends Fact permits CaseOpened, CaseStepRecorded, CaseResponded, CaseClosed {
    CaseId caseId();
}
