package io.dovira.events.community;

import io.dovira.events.PublicationId;
import io.dovira.events.StoredAs;

/** It was recorded in error, or its source took it back. It counts no more and stays readable. */
@StoredAs("publication.publication-withdrawn")
public record PublicationWithdrawn(PublicationId publication, String reason) implements PublicationFact {
    public PublicationWithdrawn {
        if (reason.isBlank() || reason.length() > 500) {
            throw new IllegalArgumentException("a reason must be 1 to 500 characters");
        }
    }
}
