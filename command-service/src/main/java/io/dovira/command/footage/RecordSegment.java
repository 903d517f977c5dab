package io.dovira.command.footage;

import io.dovira.events.CameraId;
import io.dovira.events.FootageId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A camera recorded from one time to another, by its own clock. {@code retentionClass} null means that of the camera. */
public record RecordSegment(
        FootageId footage,
        CameraId camera,
        Instant from,
        Instant to,
        @Nullable String retentionClass) implements FootageCommand {}
