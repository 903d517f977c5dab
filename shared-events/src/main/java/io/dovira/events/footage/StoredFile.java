package io.dovira.events.footage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that the store should have: the original of a segment, or a redacted copy.
 *
 * @param file where the store has it
 * @param checkedAt when its hash was computed last; at first when it came in
 * @param broken what was wrong then; null if nothing was
 */
public record StoredFile(
        String sha256,
        long bytes,
        String mediaType,
        String file,
        Instant checkedAt,
        @Nullable IntegrityFinding broken) {

    StoredFile checked(IntegrityFinding finding, Instant at) {
        return new StoredFile(sha256, bytes, mediaType, file, at, finding == IntegrityFinding.MATCHES ? null : finding);
    }
}
