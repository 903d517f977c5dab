package io.dovira.events;

/** How well the occurred time of a fact is known. */
public enum TimeQuality {
    /** Taken by a clock when it happened. */
    EXACT,
    /** Given by a person afterwards, or by a source with a coarse or faulty clock. */
    ESTIMATED,
    /** Closed by the system, not by a person: such legs never enter an average. */
    AUTO_CLOSED
}
