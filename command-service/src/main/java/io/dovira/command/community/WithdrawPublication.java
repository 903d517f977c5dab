package io.dovira.command.community;

import io.dovira.events.PublicationId;

/** It counts no more. */
public record WithdrawPublication(PublicationId publication, String reason) implements PublicationCommand {}
