package io.dovira.events.footage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody watches a file for a purpose. A player asks for many pieces of it; all of them are one viewing. */
public record Viewing(
        String by, AccessPurpose purpose, @Nullable String reference, String sha256, Instant since) {

    static Viewing of(FootageAccessed fact, Instant at) {
        return new Viewing(fact.by(), fact.purpose(), fact.reference(), fact.sha256(), at);
    }

    /** Whether the other is of the same person, file and purpose. */
    public boolean isLike(Viewing other) {
        return new Viewing(by, purpose, reference, sha256, other.since).equals(other);
    }
}
