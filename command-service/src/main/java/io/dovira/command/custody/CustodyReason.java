package io.dovira.command.custody;

import io.dovira.command.platform.Reason;

/** Why a command on a record or a unit is refused. */
enum CustodyReason implements Reason {
    CUSTODY_UNKNOWN(Kind.UNKNOWN, "custody-unknown", "No such record"),
    CUSTODY_EXISTS(Kind.CONFLICT, "custody-exists", "Record exists already"),
    CUSTODY_STATE(Kind.CONFLICT, "custody-state", "Not in this phase of the stay"),
    NOT_HELD_THEN(Kind.UNACCEPTABLE, "not-held-then", "The person was not held then"),
    RECORD_SEALED(Kind.CONFLICT, "record-sealed", "The record is sealed"),
    NO_CELL(Kind.CONFLICT, "no-cell", "The person has no cell"),
    TIME_MISSING(Kind.UNACCEPTABLE, "time-missing", "A late entry says when it happened"),
    OFFICE_UNKNOWN(Kind.UNACCEPTABLE, "office-unknown", "No such office"),
    OFFICE_CLOSED(Kind.CONFLICT, "office-closed", "The office is closed"),
    SECOND_PERSON_NEEDED(Kind.CONFLICT, "second-person-needed", "Another person has to sign"),
    UNIT_UNKNOWN(Kind.UNKNOWN, "unit-unknown", "Nobody was ever held there"),
    HANDOVER_NOT_OFFERED(Kind.CONFLICT, "handover-not-offered", "The outgoing shift has not signed");

    private final Kind kind;
    private final String code;
    private final String title;

    CustodyReason(Kind kind, String code, String title) {
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
