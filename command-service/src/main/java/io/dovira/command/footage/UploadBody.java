package io.dovira.command.footage;

import io.dovira.command.platform.Timed;
import org.jspecify.annotations.Nullable;

/** What an upload says of itself, beside the content; two uploads that say the same are the same request. */
record UploadBody(
        @Nullable String sha256,
        @Nullable String mediaType,
        @Nullable Long clockOffsetMillis,
        @Nullable String occurredAt,
        @Nullable String timeQuality)
        implements Timed {}
