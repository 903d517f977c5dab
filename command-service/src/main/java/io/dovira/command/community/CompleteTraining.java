package io.dovira.command.community;

import io.dovira.events.OfficerId;

/** The candidate passed. */
public record CompleteTraining(OfficerId officer) implements OfficerCommand {}
