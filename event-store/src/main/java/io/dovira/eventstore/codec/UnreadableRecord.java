package io.dovira.eventstore.codec;

import org.jspecify.annotations.Nullable;

/** A document does not hold what the record needs, or a record holds null where it may not. Names the type and the component. */
public final class UnreadableRecord extends RuntimeException {

    UnreadableRecord(Class<?> type, String component, String what, @Nullable Throwable cause) {
        super(type.getSimpleName() + "." + component + ": " + what, cause);
    }

    UnreadableRecord(Class<?> type, Throwable refusal) {
        super(type.getSimpleName() + " refuses what is stored: " + refusal.getMessage(), refusal);
    }
}
