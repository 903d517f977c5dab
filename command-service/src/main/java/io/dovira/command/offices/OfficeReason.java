package io.dovira.command.offices;

import io.dovira.command.platform.Reason;

/** Why a command on an office or a desk is refused. */
enum OfficeReason implements Reason {
    OFFICE_UNKNOWN(Kind.UNKNOWN, "office-unknown", "No such office"),
    OFFICE_EXISTS(Kind.CONFLICT, "office-exists", "Office exists already"),
    OFFICE_CLOSED(Kind.CONFLICT, "office-closed", "The office is closed"),
    SERVICE_NOT_OFFERED(Kind.CONFLICT, "service-not-offered", "The office does not offer the service"),
    DESK_UNKNOWN(Kind.UNKNOWN, "desk-unknown", "No such desk"),
    DESK_OPEN(Kind.CONFLICT, "desk-open", "Somebody sits at the desk"),
    DESK_CLOSED(Kind.CONFLICT, "desk-closed", "Nobody sits at the desk"),
    DESK_ENGAGED(Kind.CONFLICT, "desk-engaged", "The desk is engaged"),
    DESK_ON_BREAK(Kind.CONFLICT, "desk-on-break", "The desk pauses"),
    DESK_NOT_ON_BREAK(Kind.CONFLICT, "desk-not-on-break", "The desk does not pause"),
    STAFF_ELSEWHERE(Kind.CONFLICT, "staff-elsewhere", "Sits at another desk"),
    NOTHING_CHANGED(Kind.CONFLICT, "nothing-changed", "Nothing would change");

    private final Kind kind;
    private final String code;
    private final String title;

    OfficeReason(Kind kind, String code, String title) {
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
