package io.dovira.events.footage;

import io.dovira.events.FootageId;
import io.dovira.events.StoredAs;
import org.jspecify.annotations.Nullable;

/** A copy left the house. */
@StoredAs("footage.footage-exported")
public record FootageExported(
        FootageId footage,
        String by,
        ExportRecipient recipient,
        @Nullable String reference,
        String sha256) implements FootageFact {
    public FootageExported {
        Words.sha256(sha256);
    }
}
