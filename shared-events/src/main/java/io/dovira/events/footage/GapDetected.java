package io.dovira.events.footage;

import io.dovira.events.FootageId;
import io.dovira.events.StoredAs;
import java.time.Instant;

/** The segment shows nothing from {@code from} to {@code to}, by the camera's clock. */
@StoredAs("footage.gap-detected")
public record GapDetected(FootageId footage, Instant from, Instant to, GapCause cause) implements FootageFact {
    public GapDetected {
        Words.range(from, to);
    }
}
