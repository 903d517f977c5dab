package io.dovira.events.footage;

import io.dovira.events.FootageId;
import io.dovira.events.StoredAs;
import org.jspecify.annotations.Nullable;

/** Somebody is about to watch it; recorded before the first byte leaves. {@code sha256} tells the original from a redacted copy. */
@StoredAs("footage.footage-accessed")
public record FootageAccessed(
        FootageId footage,
        String by,
        AccessPurpose purpose,
        @Nullable String reference,
        String sha256) implements FootageFact {
    public FootageAccessed {
        Words.sha256(sha256);
    }
}
