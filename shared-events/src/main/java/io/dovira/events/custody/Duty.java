package io.dovira.events.custody;

/** What has to be done for a person in custody. A fact opens it, another closes it; some have a limit. */
public enum Duty {
    EXPLAIN_RIGHTS(Checklist.RIGHTS),
    NOTIFY_CONSULATE(Checklist.RIGHTS),
    NOTIFY_LEGAL_AID(Checklist.LEGAL_AID),
    ASSIGN_LAWYER(Checklist.LEGAL_AID),
    LAWYER_ARRIVAL(Checklist.LEGAL_AID),
    NOTIFY_RELATIVES(Checklist.RELATIVES),
    NOTE_INJURIES(Checklist.HEALTH),
    MEDICAL_EXAMINATION(Checklist.HEALTH),
    HOSPITAL(Checklist.HEALTH),
    /** Comes again after each visit, while the person is in a cell. */
    CELL_VISIT(Checklist.CARE),
    ASSIGN_CELL(Checklist.LOCATION),
    /** Out of the unit, to come back. */
    RETURN(Checklist.LOCATION),
    OPEN_RECORD(Checklist.PROCEDURE),
    INTERVIEW_DETAINEE(Checklist.PROCEDURE),
    INTERVIEW_OFFICER(Checklist.PROCEDURE),
    SEARCH(Checklist.PROCEDURE),
    LOG_PROPERTY(Checklist.PROCEDURE),
    RETURN_PROPERTY(Checklist.PROCEDURE),
    REGISTER_COMPLAINT(Checklist.PROCEDURE),
    /** Comes again after each review. */
    REVIEW(Checklist.PROCEDURE),
    BRING_TO_COURT(Checklist.PROCEDURE),
    HEAR_MEASURE(Checklist.PROCEDURE),
    /** The limit of the detention itself. */
    END_DETENTION(Checklist.PROCEDURE);

    private final Checklist checklist;

    Duty(Checklist checklist) {
        this.checklist = checklist;
    }

    public Checklist checklist() {
        return checklist;
    }

    /** Whether it stands for as long as the person is held, and comes again when it is done: nobody can be asked to finish it. */
    public boolean isStanding() {
        return this == CELL_VISIT || this == REVIEW || this == END_DETENTION;
    }

    /** Whether it comes again when it is done. */
    boolean isRepeated() {
        return this == CELL_VISIT || this == REVIEW;
    }

    /** Whether each asking wants another doing, or a doing before the asking is as good. */
    boolean comesAgain() {
        return switch (this) {
            case MEDICAL_EXAMINATION,
                    HOSPITAL,
                    CELL_VISIT,
                    RETURN,
                    RETURN_PROPERTY,
                    REGISTER_COMPLAINT,
                    REVIEW,
                    NOTE_INJURIES,
                    SEARCH,
                    LOG_PROPERTY -> true;
            case EXPLAIN_RIGHTS,
                    NOTIFY_CONSULATE,
                    NOTIFY_LEGAL_AID,
                    ASSIGN_LAWYER,
                    LAWYER_ARRIVAL,
                    NOTIFY_RELATIVES,
                    ASSIGN_CELL,
                    OPEN_RECORD,
                    INTERVIEW_DETAINEE,
                    INTERVIEW_OFFICER,
                    BRING_TO_COURT,
                    HEAR_MEASURE,
                    END_DETENTION -> false;
        };
    }
}
