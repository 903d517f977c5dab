package io.dovira.command.custody;

import io.dovira.command.custody.ShownCustody.ShownTask;
import io.dovira.events.CustodyId;
import io.dovira.events.custody.Custody;
import io.dovira.events.custody.CustodyUnit;
import io.dovira.events.custody.Phase;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A unit as whoever hands it over, or takes it over, sees it: everybody in it, with what is open. */
@Schema(name = "CustodyUnit")
record ShownUnit(
        @Schema(example = "lviv-unit-1") String office,

        @Schema(description = "How many hand-overs were signed by both")
        int handovers,

        @Schema(
                description =
                        "Who signed for the outgoing shift; null unless a hand-over waits for the second signature")
        @Nullable
        String offeredBy,

        @Schema(description = "Who took over last") @Nullable
        String onDuty,

        List<ShownHeld> held) {

    /** One person in the unit. */
    @Schema(name = "CustodyHeld")
    record ShownHeld(
            String custody,
            String person,
            Phase phase,
            @Nullable String cell,
            List<ShownTask> openDuties) {
        static ShownHeld of(Custody custody) {
            return new ShownHeld(
                    custody.id().value(),
                    custody.person().value(),
                    custody.phase(),
                    custody.cell() == null ? null : custody.cell().value(),
                    custody.openTasks().stream().map(ShownTask::of).toList());
        }
    }

    static ShownUnit of(CustodyUnit unit, Function<CustodyId, Optional<Custody>> records) {
        return new ShownUnit(
                unit.office().value(),
                unit.handovers(),
                unit.offeredBy(),
                unit.onDuty(),
                unit.held().stream()
                        .flatMap(held -> records.apply(held.custody()).stream())
                        .map(ShownHeld::of)
                        .toList());
    }
}
