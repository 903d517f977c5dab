package io.dovira.command.appeals;

import io.dovira.events.appeals.AnswerOutcome;
import io.dovira.events.appeals.AppealState;
import io.dovira.events.appeals.DeclineGround;
import io.dovira.events.appeals.Ending;
import io.dovira.events.appeals.Round;
import io.dovira.events.appeals.Term;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One consideration of an appeal as a client sees it. What is not known, or not yet, is null. */
@Schema(name = "AppealRound")
record ShownRound(
        @Schema(description = "From 1") int number,
        @Schema(description = "Receipt, or reopening") Instant startedAt,

        @Schema(description = "Local day from which the term counts", example = "2026-03-02") @Nullable
        LocalDate dayZero,

        @Schema(description = "Last moment for the answer", example = "2026-04-02T20:59:59.999Z") @Nullable
        Instant due,

        @Schema(description = "The rule that gave it", example = "appeal-normal@1") @Nullable
        String policy,

        @Schema(description = "What became of the term since")
        Term.@Nullable Change term,

        @Schema(description = "Since when the term stands still; null if it runs") @Nullable
        Instant pausedAt,

        @Schema(description = "First outbound message of a person in this round") @Nullable
        Instant respondedAt,

        @Nullable Instant endedAt,

        @Schema(description = "ANSWERED, FORWARDED, DECLINED or WITHDRAWN") @Nullable
        AppealState ending,

        @Nullable AnswerOutcome outcome,
        @Nullable DeclineGround ground,

        @Schema(description = "The body that it was forwarded to") @Nullable
        String to) {

    static ShownRound of(Round round) {
        Term term = round.term();
        Ending ending = round.ending();
        return new ShownRound(
                round.number(),
                round.startedAt(),
                term == null ? null : term.dayZero(),
                term == null ? null : term.due(),
                term == null ? null : term.policy(),
                term == null ? null : term.change(),
                term == null ? null : term.pausedAt(),
                round.respondedAt(),
                ending == null ? null : ending.at(),
                ending == null ? null : ending.how(),
                ending == null ? null : ending.outcome(),
                ending == null ? null : ending.ground(),
                ending == null || ending.to() == null ? null : ending.to().value());
    }
}
