package io.dovira.command.footage;

import io.dovira.events.FootageId;
import org.jspecify.annotations.Nullable;

/** The content is in the store. {@code clockOffsetMillis} null means the camera's newest offset. */
public record IngestSegment(
        FootageId footage,
        String sha256,
        long bytes,
        String mediaType,
        @Nullable Long clockOffsetMillis,
        String file) implements FootageCommand {}
