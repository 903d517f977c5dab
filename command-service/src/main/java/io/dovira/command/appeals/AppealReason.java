package io.dovira.command.appeals;

import io.dovira.command.platform.Reason;

/** Why a command on an appeal is refused. */
enum AppealReason implements Reason {
    APPEAL_UNKNOWN(Kind.UNKNOWN, "appeal-unknown", "No such appeal"),
    APPEAL_EXISTS(Kind.CONFLICT, "appeal-exists", "Appeal exists already"),
    APPEAL_STATE(Kind.CONFLICT, "appeal-state", "Not in this state of the appeal"),
    APPEAL_ASSIGNED(Kind.CONFLICT, "appeal-assigned", "Somebody else is in charge"),
    OFFICE_UNKNOWN(Kind.UNACCEPTABLE, "office-unknown", "No such office"),
    OFFICE_CLOSED(Kind.CONFLICT, "office-closed", "The office is closed"),
    VISIT_UNKNOWN(Kind.UNACCEPTABLE, "visit-unknown", "No such visit in the office"),
    POLICY_MISSING(Kind.CONFLICT, "policy-missing", "No rule was in force"),
    TERM_TOO_LONG(Kind.UNACCEPTABLE, "term-too-long", "Longer than the law allows"),
    TERM_NOT_LONGER(Kind.UNACCEPTABLE, "term-not-longer", "An extension ends later"),
    TERM_NOT_SHORTER(Kind.UNACCEPTABLE, "term-not-shorter", "A shorter term ends earlier"),
    TERM_OVER(Kind.CONFLICT, "term-over", "The term has ended"),
    APPLICANT_NOT_TOLD(Kind.UNACCEPTABLE, "applicant-not-told", "The applicant must have been told"),
    GROUND_UNFIT(Kind.UNACCEPTABLE, "ground-unfit", "Not a ground for this appeal"),
    NOTHING_CHANGED(Kind.UNACCEPTABLE, "nothing-changed", "Nothing would change");

    private final Kind kind;
    private final String code;
    private final String title;

    AppealReason(Kind kind, String code, String title) {
        this.kind = kind;
        this.code = code;
        this.title = title;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
