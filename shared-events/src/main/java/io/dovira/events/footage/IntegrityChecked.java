package io.dovira.events.footage;

import io.dovira.events.FootageId;
import io.dovira.events.StoredAs;
import org.jspecify.annotations.Nullable;

/** The hash of a stored file was computed again. {@code found} is what it is now, absent unless it changed. */
@StoredAs("footage.integrity-checked")
public record IntegrityChecked(
        FootageId footage,
        String sha256,
        boolean ok,
        IntegrityFinding finding,
        @Nullable String found) implements FootageFact {
    public IntegrityChecked {
        Words.sha256(sha256);
        if (ok != (finding == IntegrityFinding.MATCHES)) {
            throw new IllegalArgumentException("it is ok when it matches, not when it is " + finding);
        }
    }
}
