package io.dovira.command.custody;

import io.dovira.events.corrections.Proposal;
import io.dovira.events.custody.Custody;
import io.dovira.events.custody.Phase;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What whoever signs a correction has to see of the record, and nothing else of it: a record is read in the query service, which asks what for, and the
 * record keeps who read it.
 */
@Schema(name = "CustodySigning")
record ShownSigning(
        String id,
        @Schema(description = "Pseudonym") String person,
        @Schema(example = "lviv-unit-1") String office,
        Phase phase,

        @Schema(description = "Corrections that wait for a second person")
        List<Proposal> proposals) {
    static ShownSigning of(Custody custody) {
        return new ShownSigning(
                custody.id().value(),
                custody.person().value(),
                custody.office().value(),
                custody.phase(),
                custody.corrections().waiting());
    }
}
