package io.dovira.eventstore.log;

/** A position is missing or unreadable: somebody changed the log behind our back. Reading stops rather than skipping in silence. */
public final class LogDamaged extends LogException {

    private final long position;

    LogDamaged(long position, String what) {
        super("the log is damaged at position " + position + ": " + what, null);
        this.position = position;
    }

    /** The first position that is not as it should be. */
    public long position() {
        return position;
    }
}
