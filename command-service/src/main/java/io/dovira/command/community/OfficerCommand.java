package io.dovira.command.community;

import io.dovira.events.OfficerId;

/** What can be asked for about a community officer. */
public sealed interface OfficerCommand
        permits SelectOfficer,
                StartTraining,
                CompleteTraining,
                AssignOfficer,
                NoteAbsence,
                NoteReturn,
                ReassignOfficer,
                ReleaseOfficer {
    OfficerId officer();
}
