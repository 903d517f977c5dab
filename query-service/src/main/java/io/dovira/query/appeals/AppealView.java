package io.dovira.query.appeals;

import io.dovira.events.appeals.Appeal;
import io.dovira.events.appeals.AppealState;
import io.dovira.events.appeals.Matter;
import io.dovira.events.corrections.Proposal;
import io.dovira.query.platform.Office;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An appeal in JSON. Null is not known, or not yet.
 *
 * @param timeZone of the office; null, like its name, if the office is not known here
 * @param applicant a pseudonym; null if anonymous
 * @param staff who is in charge
 * @param pausedAt since when the term stands still; null if it runs
 * @param status of the newest round
 * @param proposals corrections that wait for a second person
 */
record AppealView(
        String id,
        String office,
        Map<String, String> officeName,
        @Nullable String timeZone,
        @Nullable String number,
        AppealState state,
        String channel,
        @Nullable String visit,
        String kind,
        String topic,
        @Nullable String applicant,
        boolean benefitHolder,
        @Nullable String staff,
        Instant receivedAt,
        @Nullable Instant due,
        @Nullable Instant pausedAt,
        @Nullable TermStatus status,
        List<Proposal> proposals,
        int higherComplaints,
        String origin,
        List<RoundView> rounds) {

    static AppealView of(AppealDocument document, @Nullable Office office, List<RoundView> rounds) {
        Appeal appeal = document.appeal();
        Matter matter = appeal.matter();
        Appeal.Assignment assignment = appeal.assignment();
        return new AppealView(
                appeal.id().value(),
                document.office(),
                office == null ? Map.of() : office.name(),
                office == null ? null : office.timeZone(),
                document.number(),
                appeal.state(),
                matter.channel().name(),
                matter.visit() == null ? null : matter.visit().value(),
                matter.kind().name(),
                matter.topic().name(),
                matter.applicant() == null ? null : matter.applicant().value(),
                matter.benefitHolder(),
                assignment == null ? null : assignment.staff().value(),
                appeal.receivedAt(),
                document.due(),
                rounds.getLast().pausedAt(),
                rounds.getLast().status(),
                appeal.corrections().waiting(),
                appeal.higherComplaints(),
                document.origin(),
                rounds);
    }
}
