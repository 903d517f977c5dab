package io.dovira.events.appeals;

/** Where an appeal stands. */
public enum AppealState {
    /** Received; has no number yet. */
    LODGED(true),
    /** Has a number and a due date; nobody is in charge yet. */
    REGISTERED(true),
    /** Somebody is in charge. */
    UNDER_REVIEW(true),
    /** The applicant was asked for something; the term runs on, or stands still where its rule says so. */
    INFO_REQUESTED(true),
    /** Closed with an answer; the only end after which it can be reopened. */
    ANSWERED(false),
    /** Sent to the body that is competent. */
    FORWARDED(false),
    /** Not considered, on a ground of the law. */
    DECLINED(false),
    /** Taken back by the applicant. */
    WITHDRAWN(false);

    private final boolean open;

    AppealState(boolean open) {
        this.open = open;
    }

    /** Whether somebody still owes the applicant an answer. */
    public boolean isOpen() {
        return open;
    }
}
