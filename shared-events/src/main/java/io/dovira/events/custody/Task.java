package io.dovira.events.custody;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A duty towards one person, and how it stands. A recurring one is done and open at the same time: done last, and due next.
 *
 * @param since when it was opened, and its clock started
 * @param doneAt when it was done, last
 * @param pausedAt since when it may wait, by order; null if it may not
 * @param dueAt until when, by the policy; null if the law sets no limit
 * @param policy id and version
 */
public record Task(
        Duty duty,
        State state,
        Instant since,
        @Nullable Instant doneAt,
        @Nullable Instant pausedAt,
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
        return new Task(duty, State.OPEN, at, null, null, null, null);
    }

    Task reopened(Instant at) {
        return new Task(duty, State.OPEN, at, doneAt, null, null, null);
    }

    Task done(Instant at) {
        return new Task(duty, State.DONE, since, at, pausedAt, dueAt, policy);
    }

    Task lapsed() {
        return new Task(duty, isOpen() ? State.LAPSED : state, since, doneAt, pausedAt, dueAt, policy);
    }

    Task paused(Instant at) {
        return new Task(duty, state, since, doneAt, pausedAt == null ? at : pausedAt, dueAt, policy);
    }

    Task due(Instant at, String byPolicy) {
        return new Task(duty, state, since, doneAt, pausedAt, at, byPolicy);
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** Whether it was or is too late at a moment; what has no limit never is, nor what was told to wait before. */
    public boolean isOverdue(Instant now) {
        Instant ended = pausedAt != null ? pausedAt : isOpen() || doneAt == null ? now : doneAt;
        return dueAt != null && state != State.LAPSED && ended.isAfter(dueAt);
    }
}
