package io.dovira.command.footage;

import io.dovira.events.FootageId;

/** Its files are deleted. */
public record PurgeFootage(FootageId footage) implements FootageCommand {}
