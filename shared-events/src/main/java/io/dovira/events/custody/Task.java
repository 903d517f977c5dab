package io.dovira.events.custody;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A duty towards one person, and how it stands. A recurring one is done and open at the same time: done last, and due next.
 *
 * @param since when it was opened, or its clock started
 * @param doneAt when it was done, last
 * @param dueAt until when, by the policy; null if the law sets no limit
 * @param policy id and version
 */
public record Task(
        Duty duty,
        State state,
        Instant since,
        @Nullable Instant doneAt,
        @Nullable Instant dueAt,
        @Nullable String policy) {

    /** How it stands. */
    public enum State {
        OPEN,
        DONE,
        /** Fell away: the person is out, or free. */
        LAPSED
    }

    static Task opened(Duty duty, Instant at) {
        return new Task(duty, State.OPEN, at, null, null, null);
    }

    Task reopened(Instant at) {
        return new Task(duty, State.OPEN, at, doneAt, null, null);
    }

    Task done(Instant at) {
        return new Task(duty, State.DONE, since, at, dueAt, policy);
    }

    Task lapsed() {
        return new Task(duty, state == State.OPEN ? State.LAPSED : state, since, doneAt, dueAt, policy);
    }

    Task doneAt(Instant at) {
        return new Task(duty, state, since, at, dueAt, policy);
    }

    Task due(Instant from, Instant at, String byPolicy) {
        return new Task(duty, state, from, doneAt, at, byPolicy);
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** Whether it was or is too late at a moment; what has no limit never is. */
    public boolean isOverdue(Instant now) {
        Instant ended = isOpen() || doneAt == null ? now : doneAt;
        return dueAt != null && state != State.LAPSED && ended.isAfter(dueAt);
    }
}
