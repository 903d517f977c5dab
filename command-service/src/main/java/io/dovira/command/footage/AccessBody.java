package io.dovira.command.footage;

import io.dovira.command.platform.Timed;
import org.jspecify.annotations.Nullable;

/** What a request for content says: it happens now. */
record AccessBody(
        @Nullable String purpose,
        @Nullable String reference,
        @Nullable String copy) implements Timed {
    @Override
    public @Nullable String occurredAt() {
        return null;
    }

    @Override
    public @Nullable String timeQuality() {
        return null;
    }
}
