package io.dovira.events.community;

import io.dovira.events.OfficerId;
import io.dovira.events.StoredAs;

/** The candidate passed and is certified. */
@StoredAs("officer.training-completed")
public record TrainingCompleted(OfficerId officer) implements OfficerFact {}
