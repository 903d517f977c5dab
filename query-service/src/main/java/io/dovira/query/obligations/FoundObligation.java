package io.dovira.query.obligations;

import io.dovira.events.Origin;
import io.dovira.events.obligations.Obligation;
import io.dovira.events.obligations.ObligationState;
import io.dovira.events.obligations.Turn;
import io.dovira.events.policies.Policy;
import io.dovira.query.platform.Office;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An obligation as a reader sees it, at one moment. Names are by language tag. */
@Schema(name = "Obligation")
record FoundObligation(
        String id,

        @Schema(description = "Which duty", example = "custody-hospital")
        String rule,

        @Schema(description = "What the rule is about") Map<String, String> name,
        @Schema(description = "Law or order") Map<String, String> basis,

        @Schema(description = "The version that limits it", example = "custody-hospital@1")
        String policy,

        @Schema(description = "Stream of whom or what it is owed to", example = "custody-17")
        String subject,

        @Nullable String office,
        Map<String, String> officeName,
        @Nullable String timeZone,
        ObligationState state,
        @Schema(description = "When the clock started") Instant from,
        @Schema(description = "Last moment that is in time") Instant due,
        @Schema(description = "From when on it is due soon") Instant soon,

        @Schema(description = "Until the due moment; negative when it has passed; null once it is met or lapsed")
        @Nullable
        Long secondsLeft,

        @Schema(description = "When it was met or lapsed") @Nullable
        Instant closedAt,

        @Schema(description = "The log holds the breach as a fact")
        boolean breached,

        Origin origin) {

    static FoundObligation of(Obligation o, Instant at, @Nullable Policy policy, @Nullable Office office) {
        ObligationState state = o.at(at);
        Turn turn = o.turnAt(at);
        return new FoundObligation(
                o.id().value(),
                o.rule(),
                policy == null ? Map.of() : policy.name(),
                policy == null ? Map.of() : policy.basis(),
                turn.policy(),
                o.subject(),
                o.office(),
                office == null ? Map.of() : office.name(),
                office == null ? null : office.timeZone(),
                state,
                o.from(),
                turn.due(),
                o.soon(),
                state.isOpen() ? Duration.between(at, turn.due()).toSeconds() : null,
                state.isOpen() ? null : Objects.requireNonNull(o.closedAt()),
                o.breached(),
                o.origin());
    }
}
