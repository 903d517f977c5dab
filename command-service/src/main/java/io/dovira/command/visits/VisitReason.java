package io.dovira.command.visits;

import io.dovira.command.platform.Reason;

/** Why a command on a visit is refused. */
enum VisitReason implements Reason {
    VISIT_UNKNOWN(Kind.UNKNOWN, "visit-unknown", "No such visit"),
    VISIT_EXISTS(Kind.CONFLICT, "visit-exists", "Visit exists already"),
    VISIT_ENDED(Kind.CONFLICT, "visit-ended", "The visit has ended"),
    VISIT_STATE(Kind.CONFLICT, "visit-state", "Not in this state of the visit"),
    OFFICE_UNKNOWN(Kind.UNACCEPTABLE, "office-unknown", "No such office"),
    OFFICE_CLOSED(Kind.CONFLICT, "office-closed", "The office is closed"),
    SERVICE_NOT_OFFERED(Kind.UNACCEPTABLE, "service-not-offered", "The office does not offer the service"),
    DESK_UNKNOWN(Kind.UNACCEPTABLE, "desk-unknown", "No such desk"),
    DESK_CLOSED(Kind.CONFLICT, "desk-closed", "Nobody sits at the desk"),
    DESK_ON_BREAK(Kind.CONFLICT, "desk-on-break", "The desk pauses"),
    DESK_ENGAGED(Kind.CONFLICT, "desk-engaged", "The desk is engaged"),
    STAFF_NOT_AT_DESK(Kind.CONFLICT, "staff-not-at-desk", "Somebody else sits at the desk"),
    LEG_RESERVED(Kind.CONFLICT, "leg-reserved", "Waits for another desk or person"),
    RECALL_LIMIT(Kind.CONFLICT, "recall-limit", "Called often enough"),
    DAY_NOT_OVER(Kind.CONFLICT, "day-not-over", "The ticket is of today"),
    TRANSFER_NOWHERE(Kind.UNACCEPTABLE, "transfer-nowhere", "A transfer needs a destination"),
    LEG_UNKNOWN(Kind.UNACCEPTABLE, "leg-unknown", "No such leg"),
    LEG_ACTIVE(Kind.CONFLICT, "leg-active", "The leg is at a desk");

    private final Kind kind;
    private final String code;
    private final String title;

    VisitReason(Kind kind, String code, String title) {
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
