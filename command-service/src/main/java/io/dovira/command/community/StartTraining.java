package io.dovira.command.community;

import io.dovira.events.OfficerId;

/** The candidate is being trained. */
public record StartTraining(OfficerId officer) implements OfficerCommand {}
