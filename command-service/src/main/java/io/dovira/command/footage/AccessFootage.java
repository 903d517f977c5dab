package io.dovira.command.footage;

import io.dovira.events.FootageId;
import io.dovira.events.footage.AccessPurpose;
import org.jspecify.annotations.Nullable;

/** Somebody wants to watch a file of it. */
public record AccessFootage(
        FootageId footage,
        String by,
        AccessPurpose purpose,
        @Nullable String reference,
        String sha256) implements FootageCommand {}
