package io.dovira.command.footage;

import io.dovira.events.FootageId;

/** The hold is no reason to keep it any more. */
public record ReleaseHold(FootageId footage, String hold, String reason) implements FootageCommand {}
