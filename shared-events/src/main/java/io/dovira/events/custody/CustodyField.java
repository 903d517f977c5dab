package io.dovira.events.custody;

import org.jspecify.annotations.Nullable;

/** What a correction may set right. */
public enum CustodyField {
    APPREHENDED_AT(null),
    DELIVERED_AT(null),
    OPENED_AT(null),
    RIGHTS_EXPLAINED_AT(Duty.EXPLAIN_RIGHTS),
    LEGAL_AID_NOTIFIED_AT(Duty.NOTIFY_LEGAL_AID),
    LAWYER_ASSIGNED_AT(Duty.ASSIGN_LAWYER),
    LAWYER_ARRIVED_AT(Duty.LAWYER_ARRIVAL),
    RELATIVES_NOTIFIED_AT(Duty.NOTIFY_RELATIVES),
    EXAMINED_AT(Duty.MEDICAL_EXAMINATION),
    LAST_VISIT_AT(Duty.CELL_VISIT),
    LAST_REVIEW_AT(Duty.REVIEW),
    GROUND(null),
    CELL(null),
    /** Anything else in an entry, as text beside the original; nothing is computed from it. */
    REMARK(null);

    private final @Nullable Duty duty;

    CustodyField(@Nullable Duty duty) {
        this.duty = duty;
    }

    /** The duty whose time it is; null if it is something else. */
    public @Nullable Duty duty() {
        return duty;
    }

    public boolean isTime() {
        return this != GROUND && this != CELL && this != REMARK;
    }
}
