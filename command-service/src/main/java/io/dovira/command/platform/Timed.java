package io.dovira.command.platform;

import org.jspecify.annotations.Nullable;

/** A request body that may say when something happened. */
public interface Timed {
    /** Text of the field {@code occurredAt}; null means now. */
    @Nullable
    String occurredAt();

    /** Text of the field {@code timeQuality}; null means exact for now, estimated for a time that was typed. */
    @Nullable
    String timeQuality();
}
