package io.dovira.events.appeals;

/** What a correction may set right. Times are ISO 8601 instants; an absent applicant is the empty text. */
public enum AppealField {
    /** Receipt: with it moves day 0, and with day 0 the due date. */
    RECEIVED_AT,
    /** When the newest answer was sent. */
    ANSWERED_AT,
    /** What came of it. */
    OUTCOME,
    CHANNEL,
    KIND,
    TOPIC,
    APPLICANT,
    BENEFIT_HOLDER
}
