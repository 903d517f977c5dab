package io.dovira.events.community;

import io.dovira.events.Fact;
import io.dovira.events.OfficerId;

/** What can happen to a community officer, in a stream of its own. */
public sealed interface OfficerFact extends Fact
        permits OfficerSelected,
                TrainingStarted,
                TrainingCompleted,
                OfficerAssigned,
                OfficerAbsent,
                OfficerReturned,
                OfficerReassigned,
                OfficerLeft {
    OfficerId officer();
}
