package io.dovira.command.appeals;

import io.dovira.events.appeals.Appeal;
import io.dovira.events.appeals.AppealKind;
import io.dovira.events.appeals.AppealState;
import io.dovira.events.appeals.AppealTopic;
import io.dovira.events.appeals.ReceiptCode;
import io.dovira.events.corrections.Proposal;
import io.dovira.events.visits.Channel;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An appeal as a client sees it. What is not known is null. */
@Schema(name = "Appeal")
record ShownAppeal(
        @Schema(example = "0199b1da-4c0e-7b91") String id,
        @Schema(example = "lviv-03") String office,
        AppealState state,

        @Schema(description = "Null until it is registered", example = "lviv-03/2026/17") @Nullable
        String number,

        @Schema(
                description =
                        "For the citizen: asks after the appeal without a sign-in. In the answer to the lodging only; nothing keeps it",
                example = "7K2QF-0M9XA-TB4ZC-8WD1N-5EHR6")
        @Nullable
        String receipt,

        Instant receivedAt,
        Channel channel,
        @Nullable String visit,
        AppealKind kind,
        AppealTopic topic,

        @Schema(description = "Pseudonym; null if anonymous") @Nullable
        String applicant,

        @Schema(description = "Whether the law has it considered before others")
        boolean benefitHolder,

        @Schema(description = "Who is in charge") @Nullable String staff,

        @Schema(description = "In order; the first from the receipt, each further one from a reopening")
        List<ShownRound> rounds,

        @Schema(description = "Corrections that wait for a second person")
        List<Proposal> proposals,

        @Schema(description = "How many complaints about its result went to a higher body")
        int higherComplaints) {

    static ShownAppeal of(Appeal appeal) {
        return of(appeal, null);
    }

    static ShownAppeal of(Appeal appeal, @Nullable ReceiptCode receipt) {
        return new ShownAppeal(
                appeal.id().value(),
                appeal.office().value(),
                appeal.state(),
                appeal.registration() == null ? null : appeal.registration().number(),
                receipt == null ? null : receipt.printed(),
                appeal.receivedAt(),
                appeal.matter().channel(),
                appeal.matter().visit() == null ? null : appeal.matter().visit().value(),
                appeal.matter().kind(),
                appeal.matter().topic(),
                appeal.matter().applicant() == null
                        ? null
                        : appeal.matter().applicant().value(),
                appeal.matter().benefitHolder(),
                appeal.assignment() == null ? null : appeal.assignment().staff().value(),
                appeal.rounds().stream().map(ShownRound::of).toList(),
                appeal.corrections().waiting(),
                appeal.higherComplaints());
    }
}
