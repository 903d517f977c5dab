package io.dovira.command.corrections;

import io.dovira.command.platform.Reason;

/** Why a correction, or what a second person says to it, is refused. */
public enum CorrectionReason implements Reason {
    EVENT_UNKNOWN(Kind.UNACCEPTABLE, "event-unknown", "Not an event of this stream"),
    WAS_DIFFERS(Kind.CONFLICT, "was-differs", "The field says something else"),
    NOTHING_CHANGED(Kind.UNACCEPTABLE, "nothing-changed", "Nothing would change"),
    VALUE_UNREADABLE(Kind.UNACCEPTABLE, "value-unreadable", "Not a value of this field"),
    ORDER_BROKEN(Kind.UNACCEPTABLE, "order-broken", "The times would be out of order"),
    CORRECTION_UNKNOWN(Kind.UNACCEPTABLE, "correction-unknown", "No such correction waits"),
    SECOND_PERSON_NEEDED(Kind.CONFLICT, "second-person-needed", "Another person has to sign");

    private final Kind kind;
    private final String code;
    private final String title;

    CorrectionReason(Kind kind, String code, String title) {
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
