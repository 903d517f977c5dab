package io.dovira.events.footage;

import io.dovira.events.FootageId;
import io.dovira.events.StoredAs;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The content came in whole and is durable.
 *
 * @param clockOffsetMillis what the camera's clock showed too much; absent if that was never measured
 * @param file where the store has it; begins with the hash
 * @param keepUntil end of its retention; absent while there is no rule
 * @param policy the rule that says so, id and version
 */
@StoredAs("footage.segment-ingested")
public record SegmentIngested(
        FootageId footage,
        String sha256,
        long bytes,
        String mediaType,
        @Nullable Long clockOffsetMillis,
        String file,
        @Nullable Instant keepUntil,
        @Nullable String policy)
        implements FootageFact {
    public SegmentIngested {
        Words.sha256(sha256);
        Words.bytes(bytes);
    }
}
