package io.dovira.eventstore.log;

import org.jspecify.annotations.Nullable;

/**
 * The database did not answer, or refused. For an append it says whether the outcome is known: after {@code nothingRecorded() == false} the
 * events may or may not stand in the log, and repeating the append with the same event ids is safe and settles it.
 */
public final class LogUnavailable extends LogException {

    private final boolean nothingRecorded;

    private LogUnavailable(String message, boolean nothingRecorded, @Nullable Throwable cause) {
        super(message, cause);
        this.nothingRecorded = nothingRecorded;
    }

    static LogUnavailable nothingRecorded(String why, @Nullable Throwable cause) {
        return new LogUnavailable("nothing was recorded: " + why, true, cause);
    }

    static LogUnavailable unknown(String why, @Nullable Throwable cause) {
        return new LogUnavailable(
                "it is not known whether the append was recorded, repeat it with the same event ids: " + why,
                false,
                cause);
    }

    static LogUnavailable reading(Throwable cause) {
        return new LogUnavailable("the log cannot be read: " + cause.getMessage(), true, cause);
    }

    /** True: certainly nothing was recorded. False: unknown. */
    public boolean nothingRecorded() {
        return nothingRecorded;
    }
}
