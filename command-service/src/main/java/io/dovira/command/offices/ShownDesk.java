package io.dovira.command.offices;

import io.dovira.events.offices.Desk;
import io.dovira.events.offices.DeskState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A desk as a client sees it. */
@Schema(name = "Desk")
record ShownDesk(
        @Schema(example = "lviv-03") String office,
        @Schema(example = "2") String id,
        DeskState state,

        @Schema(description = "Who sits there; null while closed") @Nullable
        String staff,

        @Schema(description = "Whom it has called or serves") @Nullable
        String visit,

        @Schema(description = "Since when it is in this state")
        Instant since) {

    static ShownDesk of(Desk desk) {
        return new ShownDesk(
                desk.office().value(),
                desk.id().value(),
                desk.state(),
                desk.staff() == null ? null : Objects.toString(desk.staff()),
                desk.visit() == null ? null : Objects.toString(desk.visit()),
                desk.since());
    }
}
