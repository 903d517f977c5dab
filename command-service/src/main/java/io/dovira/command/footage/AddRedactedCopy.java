package io.dovira.command.footage;

import io.dovira.events.FootageId;

/** A copy in which persons cannot be recognised is in the store. */
public record AddRedactedCopy(FootageId footage, String sha256, long bytes, String mediaType, String file)
        implements FootageCommand {}
