package io.dovira.events.footage;

import io.dovira.events.Fact;
import io.dovira.events.FootageId;

/** What can happen to a segment of footage, in its own stream. */
public sealed interface FootageFact extends Fact
        permits SegmentRecorded,
                SegmentIngested,
                GapDetected,
                FootageLinked,
                FootageAccessed,
                RedactedCopyMade,
                FootageExported,
                HoldPlaced,
                HoldReleased,
                IntegrityChecked,
                FlawExplained,
                RetentionExpired,
                FootagePurged {
    FootageId footage();
}
