package io.dovira.events.footage;

import io.dovira.events.FootageId;
import io.dovira.events.StoredAs;

/** A copy in which persons cannot be recognised is kept beside the original. */
@StoredAs("footage.redacted-copy-made")
public record RedactedCopyMade(FootageId footage, String sha256, long bytes, String mediaType, String file)
        implements FootageFact {
    public RedactedCopyMade {
        Words.sha256(sha256);
        Words.bytes(bytes);
    }
}
