package io.dovira.events.custody;

import io.dovira.events.CustodyId;
import io.dovira.events.StaffId;
import io.dovira.events.StoredAs;

/** The acts of the stay. */
public sealed interface ProcedureFact extends CustodyFact {

    /** The custody officer's questions to the person, on delivery: mandatory. */
    @StoredAs("custody.interview-of-detainee-held")
    record InterviewOfDetaineeHeld(CustodyId custody) implements ProcedureFact {}

    /** The custody officer's questions to the officer who brought the person: mandatory. */
    @StoredAs("custody.interview-of-officer-held")
    record InterviewOfOfficerHeld(CustodyId custody, StaffId officer) implements ProcedureFact {}

    @StoredAs("custody.search-done")
    record SearchDone(CustodyId custody) implements ProcedureFact {}

    /** {@code items}: how many things were taken; what they are stands in the signed list. */
    @StoredAs("custody.property-logged")
    record PropertyLogged(CustodyId custody, int items) implements ProcedureFact {}

    @StoredAs("custody.property-returned")
    record PropertyReturned(CustodyId custody, int items) implements ProcedureFact {}

    @StoredAs("custody.use-of-force-recorded")
    record UseOfForceRecorded(CustodyId custody, Means means, StaffId by) implements ProcedureFact {}

    /** {@code by}: who asks the questions. */
    @StoredAs("custody.questioning-started")
    record QuestioningStarted(CustodyId custody, StaffId by) implements ProcedureFact {}

    @StoredAs("custody.questioning-ended")
    record QuestioningEnded(CustodyId custody) implements ProcedureFact {}

    /** Somebody who does not investigate looked at whether the detention is still needed. */
    @StoredAs("custody.review-done")
    record ReviewDone(CustodyId custody, Rank rank, StaffId by) implements ProcedureFact {}

    @StoredAs("custody.complaint-made")
    record ComplaintMade(CustodyId custody, Subject about) implements ProcedureFact {}

    /** The complaint is registered where complaints are looked into, and no longer with those it is about. */
    @StoredAs("custody.complaint-registered")
    record ComplaintRegistered(CustodyId custody) implements ProcedureFact {}

    /** A judge decided on the preventive measure: detention without a ruling has ended. */
    @StoredAs("custody.court-ruled")
    record CourtRuled(CustodyId custody, Ruling ruling) implements ProcedureFact {}

    enum Means {
        PHYSICAL,
        HANDCUFFS,
        SPECIAL_MEANS,
        FIREARM
    }

    /** Of the reviewer. */
    enum Rank {
        INSPECTOR,
        SUPERINTENDENT,
        PROSECUTOR
    }

    enum Subject {
        TREATMENT,
        CONDITIONS,
        HEALTH,
        PROPERTY,
        OTHER
    }

    enum Ruling {
        DETAINED,
        OTHER_MEASURE,
        REFUSED
    }
}
