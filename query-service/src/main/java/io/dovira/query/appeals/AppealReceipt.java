package io.dovira.query.appeals;

import io.dovira.events.appeals.Appeal;
import io.dovira.events.appeals.AppealState;
import io.dovira.events.appeals.Round;
import io.dovira.events.appeals.Term;
import io.dovira.eventstore.tlog.Leaf;
import io.dovira.query.platform.Office;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a citizen may know without a sign-in, and what nobody else can ask for: no personal data, and nobody's name.
 *
 * @param id by which the page of the code asks how the answer was
 * @param officeName by language tag
 * @param timeZone of the office: the days of its term are days there
 * @param number null until it is registered
 * @param dayZero of the newest round; null until it is registered
 * @param due of the newest round, as it is now
 * @param pausedAt since when the term stands still until the citizen replies; null if it runs
 * @param endedAt when the newest round ended; null while it is open
 * @param survey how the answer was, for the citizen to say; null while nobody asks
 * @param position of the fact that registered the appeal, or of its lodging until then
 * @param proof how to check, without us, that it is in the log
 */
record AppealReceipt(
        String id,
        Map<String, String> officeName,
        String timeZone,
        @Nullable String number,
        AppealState state,
        Instant receivedAt,
        @Nullable LocalDate dayZero,
        @Nullable Instant due,
        @Nullable Instant pausedAt,
        @Nullable Instant endedAt,
        @Nullable AppealSurvey survey,
        long position,
        Proof proof) {

    /**
     * The receipt of that fact: everything that is sealed of it, payload and meta as digests only.
     *
     * @param receipt base64url of its canonical form
     * @param link page on which anybody can check it
     * @param leaf hash of it
     * @param inclusion where the proof that the sealed log holds it is had; it is sealed within seconds
     */
    record Proof(Instant recordedAt, String receipt, String link, String leaf, String inclusion) {
        static Proof of(Leaf leaf, String address) {
            String receipt = Base64.getUrlEncoder().withoutPadding().encodeToString(leaf.entry());
            return new Proof(
                    leaf.recordedAt(),
                    receipt,
                    address + "/integrity#" + receipt,
                    leaf.hash().base64(),
                    address + "/api/v1/log/proof?position=" + leaf.position());
        }
    }

    static AppealReceipt of(AppealDocument document, @Nullable Office office, Proof proof) {
        Appeal appeal = document.appeal();
        Round round = appeal.round();
        Term term = round.term();
        return new AppealReceipt(
                appeal.id().value(),
                office == null ? Map.of() : office.name(),
                office == null ? "UTC" : office.timeZone(),
                document.number(),
                appeal.state(),
                appeal.receivedAt(),
                term == null ? null : term.dayZero(),
                document.due(),
                term == null || !appeal.state().isOpen() ? null : term.pausedAt(),
                round.ending() == null ? null : round.ending().at(),
                document.survey(),
                document.entered(),
                proof);
    }
}
