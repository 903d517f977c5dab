package io.dovira.command.community;

import io.dovira.events.community.AbsenceKind;
import io.dovira.events.community.Officer;
import io.dovira.events.community.OfficerState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A community officer as a client sees it. */
@Schema(name = "CommunityOfficer")
record ShownOfficer(
        @Schema(description = "A pseudonym", example = "p-31c07d")
        String id,

        OfficerState state,
        String office,

        @Schema(description = "The one that is served, or for which the candidate was selected")
        String community,

        Instant selectedAt,
        @Nullable Instant trainingAt,
        @Nullable Instant certifiedAt,

        @Schema(description = "First assignment") @Nullable Instant assignedAt,

        @Schema(description = "Why the officer is away") @Nullable
        AbsenceKind absence) {

    static ShownOfficer of(Officer officer) {
        return new ShownOfficer(
                officer.id().value(),
                officer.state(),
                officer.office().value(),
                officer.community().value(),
                officer.selectedAt(),
                officer.trainingAt(),
                officer.certifiedAt(),
                officer.assignedAt(),
                officer.absence());
    }
}
