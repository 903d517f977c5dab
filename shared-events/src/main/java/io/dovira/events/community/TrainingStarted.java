package io.dovira.events.community;

import io.dovira.events.OfficerId;
import io.dovira.events.StoredAs;

/** The candidate is being trained. */
@StoredAs("officer.training-started")
public record TrainingStarted(OfficerId officer) implements OfficerFact {}
