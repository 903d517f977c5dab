package io.dovira.events.obligations;

import static io.dovira.events.obligations.Story.APPEAL;
import static io.dovira.events.obligations.Story.CUSTODY;
import static io.dovira.events.obligations.Story.FOOTAGE;
import static io.dovira.events.obligations.Story.OFFICE;
import static io.dovira.events.obligations.Story.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.Fact;
import io.dovira.events.appeals.AppealKind;
import io.dovira.events.appeals.AppealLodged;
import io.dovira.events.appeals.AppealRegistered;
import io.dovira.events.appeals.AppealTopic;
import io.dovira.events.appeals.ReceiptCode;
import io.dovira.events.custody.Duty;
import io.dovira.events.custody.RecordFact.ClockStarted;
import io.dovira.events.footage.GapCause;
import io.dovira.events.footage.GapDetected;
import io.dovira.events.footage.IntegrityChecked;
import io.dovira.events.footage.IntegrityFinding;
import io.dovira.events.visits.Channel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerRulesTest {

    /** Which duties there are. Where this fails because there are others, or for others, raise the number: what was kept by the old one is derived anew then. */
    @Test
    void haveAnotherNumberWhenSomethingElseIsDerived() {
        Instant day = at("2026-03-02T10:00");
        List<Fact> clocks = new ArrayList<>();
        for (Duty duty : Duty.values()) {
            clocks.add(new ClockStarted(CUSTODY, duty, day, at("2026-03-03T10:00"), "custody-x@1"));
        }
        Ledger ledger = new Story()
                .apprehended("2026-03-02T10:00")
                .custody("2026-03-02T10:00", clocks.toArray(Fact[]::new))
                .appeal(
                        "2026-03-02T10:00",
                        new AppealLodged(
                                APPEAL,
                                OFFICE,
                                Channel.POST,
                                null,
                                AppealKind.APPLICATION,
                                AppealTopic.OTHER,
                                null,
                                false,
                                null,
                                new ReceiptCode("01234567890123456789").digest()))
                .appeal(
                        "2026-03-02T11:00",
                        new AppealRegistered(
                                APPEAL,
                                "2026/7",
                                LocalDate.parse("2026-03-02"),
                                "appeal-normal@1",
                                at("2026-04-02T23:59")))
                .footage(
                        "2026-03-02T10:00",
                        new GapDetected(FOOTAGE, day, day.plusSeconds(9), GapCause.UNKNOWN),
                        new IntegrityChecked(FOOTAGE, "ab".repeat(32), false, IntegrityFinding.MISSING, null))
                .ledger();

        assertThat(Ledger.RULES).isEqualTo(5);
        assertThat(rules(ledger, APPEAL.stream()))
                .containsExactly("appeal-answer", "appeal-forward", "appeal-registration");
        assertThat(rules(ledger, FOOTAGE.stream())).containsExactly("footage-gap", "footage-integrity");
        assertThat(rules(ledger, CUSTODY.stream()))
                .containsExactly(
                        "custody-bring-to-court",
                        "custody-end-detention",
                        "custody-explain-rights",
                        "custody-hear-measure",
                        "custody-notify-legal-aid",
                        "custody-notify-relatives");
    }

    private static List<String> rules(Ledger ledger, String subject) {
        Duties duties = ledger.of(subject);
        return duties == null
                ? List.of()
                : duties.newest().stream().map(Obligation::rule).toList();
    }
}
