package io.dovira.events.policies;

import io.dovira.events.PolicyId;

/** The policies that the rules of this release ask for, by name. What they say is data: see {@link BuiltInPolicies} and the log. */
public final class KnownPolicies {
    public static final PolicyId APPEAL_REGISTRATION = new PolicyId("appeal-registration");
    public static final PolicyId APPEAL_SIMPLE = new PolicyId("appeal-simple");
    public static final PolicyId APPEAL_NORMAL = new PolicyId("appeal-normal");
    public static final PolicyId APPEAL_EXTENDED = new PolicyId("appeal-extended");
    public static final PolicyId APPEAL_FORWARD = new PolicyId("appeal-forward");

    /** Above 0: a correction of what the term of an appeal rests on needs a second person. */
    public static final PolicyId APPEAL_CORRECTION_APPROVAL = new PolicyId("appeal-correction-approval");

    /** A time of a visit that moves by more than this needs a second person, and so does anything that is no time. */
    public static final PolicyId VISIT_CORRECTION_APPROVAL = new PolicyId("visit-correction-approval");

    public static final PolicyId CUSTODY_ADMINISTRATIVE = new PolicyId("custody-administrative");
    public static final PolicyId CUSTODY_WITHOUT_RULING = new PolicyId("custody-without-ruling");
    public static final PolicyId CUSTODY_COURT_DELIVERY = new PolicyId("custody-court-delivery");
    public static final PolicyId CUSTODY_ON_RULING = new PolicyId("custody-on-ruling");
    public static final PolicyId CUSTODY_MEASURE_HEARING = new PolicyId("custody-measure-hearing");
    public static final PolicyId CUSTODY_REGISTRATION = new PolicyId("custody-registration");
    public static final PolicyId CUSTODY_RELATIVES = new PolicyId("custody-relatives");
    public static final PolicyId CUSTODY_LEGAL_AID = new PolicyId("custody-legal-aid");
    public static final PolicyId CUSTODY_LAWYER_NAMED = new PolicyId("custody-lawyer-named");
    public static final PolicyId CUSTODY_REVIEW_FIRST = new PolicyId("custody-review-first");
    public static final PolicyId CUSTODY_REVIEW_NEXT = new PolicyId("custody-review-next");
    public static final PolicyId CUSTODY_CELL_VISIT = new PolicyId("custody-cell-visit");
    public static final PolicyId CUSTODY_CELL_VISIT_L2 = new PolicyId("custody-cell-visit-l2");
    public static final PolicyId CUSTODY_MEDICAL = new PolicyId("custody-medical");
    public static final PolicyId CUSTODY_HOSPITAL = new PolicyId("custody-hospital");
    public static final PolicyId CUSTODY_COMPLAINT = new PolicyId("custody-complaint");

    /** A time in a custody record that moves by more than this needs a second person. */
    public static final PolicyId CUSTODY_CORRECTION_APPROVAL = new PolicyId("custody-correction-approval");

    /**
     * How long somebody may wait for a service for which the office promises nothing of its own; {@code visit-wait-<service>} says it for one service. No
     * law of the first home does, so none is built in.
     */
    public static final PolicyId VISIT_WAIT = new PolicyId("visit-wait");

    /** What is recorded of a visit or a case later than this is late. */
    public static final PolicyId VISIT_LATE_ENTRY = new PolicyId("visit-late-entry");

    public static final PolicyId FOOTAGE_GAP = new PolicyId("footage-gap");
    public static final PolicyId FOOTAGE_INTEGRITY = new PolicyId("footage-integrity");

    public static final PolicyId FEEDBACK_SMALL_N = new PolicyId("feedback-small-n");
    public static final PolicyId FEEDBACK_SURVEY_OPEN = new PolicyId("feedback-survey-open");
    public static final PolicyId COMMUNITY_OFFICERS_REQUIRED = new PolicyId("community-officers-required");

    /** A duty is due soon when this percentage of its time is left. */
    public static final PolicyId OBLIGATION_DUE_SOON = new PolicyId("obligation-due-soon");

    private KnownPolicies() {}

    /** How long footage of this retention class is kept, for example {@code footage-retention-custody}. */
    public static PolicyId footageRetention(String retentionClass) {
        return new PolicyId("footage-retention-" + retentionClass);
    }
}
