package io.dovira.events.custody;

/**
 * Where a stay stands.
 *
 * <pre>
 *   APPREHENDED -> DELIVERED -> OPEN <-> AT_COURT | AT_HOSPITAL | IN_TRANSFER
 *                  DELIVERED <-> AT_HOSPITAL                                     a doctor does not wait for the register
 *   any of them -> RELEASED | HANDED_OVER -> SEALED                              nor does a release
 * </pre>
 */
public enum Phase {
    APPREHENDED,
    DELIVERED,
    OPEN,
    AT_COURT,
    AT_HOSPITAL,
    IN_TRANSFER,
    RELEASED,
    HANDED_OVER,
    SEALED;

    /** The unit, or whom it sent along, holds the person. */
    public boolean isHeld() {
        return compareTo(RELEASED) < 0;
    }

    /** Out of the unit, to come back. */
    public boolean isOut() {
        return this == AT_COURT || this == AT_HOSPITAL || this == IN_TRANSFER;
    }
}
