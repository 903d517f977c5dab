package io.dovira.command.footage;

import io.dovira.events.FootageId;
import io.dovira.events.footage.ExportRecipient;
import org.jspecify.annotations.Nullable;

/** A copy leaves the house. {@code sha256} null means the original. */
public record ExportFootage(
        FootageId footage,
        String by,
        ExportRecipient recipient,
        @Nullable String reference,
        @Nullable String sha256) implements FootageCommand {}
