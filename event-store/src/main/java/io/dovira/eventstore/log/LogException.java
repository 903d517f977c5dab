package io.dovira.eventstore.log;

import org.jspecify.annotations.Nullable;

/** Why the log did not do what it was asked for. */
public abstract sealed class LogException extends RuntimeException
        permits StreamConflict, DuplicateEventId, LogUnavailable, LogDamaged {

    LogException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
