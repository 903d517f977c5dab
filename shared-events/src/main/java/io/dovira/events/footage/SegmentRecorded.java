package io.dovira.events.footage;

import io.dovira.events.CameraId;
import io.dovira.events.FootageId;
import io.dovira.events.OfficeId;
import io.dovira.events.StoredAs;
import java.time.Instant;

/** A camera recorded from {@code from} to {@code to}, by its own clock. {@code office}, {@code room} and {@code area} are where it hung then. */
@StoredAs("footage.segment-recorded")
public record SegmentRecorded(
        FootageId footage,
        CameraId camera,
        OfficeId office,
        String room,
        CameraArea area,
        Instant from,
        Instant to,
        String retentionClass)
        implements FootageFact {
    public SegmentRecorded {
        Words.room(room);
        Words.retentionClass(retentionClass);
        Words.range(from, to);
    }
}
