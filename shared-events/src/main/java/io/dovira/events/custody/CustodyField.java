package io.dovira.events.custody;

import java.util.Set;

/** What a correction may set right. */
public enum CustodyField {
    APPREHENDED_AT(Act.APPREHENDED),
    DELIVERED_AT(Act.DELIVERED),
    OPENED_AT(Act.RECORD_OPENED),
    RIGHTS_EXPLAINED_AT(Act.RIGHTS_EXPLAINED),
    LEGAL_AID_NOTIFIED_AT(Act.LEGAL_AID_NOTIFIED),
    LAWYER_ASSIGNED_AT(Act.LAWYER_ASSIGNED),
    LAWYER_ARRIVED_AT(Act.LAWYER_ARRIVED),
    RELATIVES_NOTIFIED_AT(Act.RELATIVES_NOTIFIED),
    EXAMINED_AT(Act.FOUND_FIT, Act.FOUND_UNFIT),
    LAST_VISIT_AT(Act.CELL_VISITED),
    LAST_REVIEW_AT(Act.REVIEWED),
    TAKEN_OUT_AT(Act.TAKEN_TO_HOSPITAL, Act.TAKEN_OUT),
    RETURNED_AT(Act.RETURNED),
    BROUGHT_TO_COURT_AT(Act.BROUGHT_TO_COURT),
    COURT_RULED_AT(Act.COURT_RULED),
    RELEASED_AT(Act.RELEASED),
    TRANSFERRED_AT(Act.TRANSFERRED),
    GROUND,
    CELL,
    /** Anything else in an entry, as text beside the original; nothing is computed from it. */
    REMARK;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody changes
    private final Set<Act> acts;

    CustodyField(Act... acts) {
        this.acts = Set.of(acts);
    }

    /** Whose time it is; none if it is something else. */
    Set<Act> acts() {
        return acts;
    }

    public boolean isTime() {
        return !acts.isEmpty();
    }
}
