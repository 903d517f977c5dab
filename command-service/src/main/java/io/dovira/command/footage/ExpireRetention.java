package io.dovira.command.footage;

import io.dovira.events.FootageId;

/** Its retention is over. */
public record ExpireRetention(FootageId footage) implements FootageCommand {}
