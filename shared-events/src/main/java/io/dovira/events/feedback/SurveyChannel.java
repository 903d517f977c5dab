package io.dovira.events.feedback;

/** Where a visitor is asked to rate the service. */
public enum SurveyChannel {
    /** On a tablet in the office. */
    KIOSK,
    /** On the page of the own ticket. */
    TICKET,
    /** With the answer to an appeal. */
    APPEAL,
    OTHER
}
