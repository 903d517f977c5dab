package io.dovira.query.obligations;

import io.dovira.events.Recorded;
import io.dovira.events.obligations.Ledger;
import io.dovira.events.obligations.Obligation;
import io.dovira.events.obligations.ObligationState;
import io.dovira.query.platform.Fold;
import java.time.Instant;
import java.util.List;

/** The fold of this feature, for the tests that every fold has to pass. */
public final class ObligationsFolds {
    private ObligationsFolds() {}

    public static Fold fold() {
        return new ObligationsFold();
    }

    /** Somebody unfit stays in the cell; what is recorded last is that hospital was missed. */
    public static List<Recorded<?>> missedDuty() {
        Instant nine = Instant.parse("2026-03-02T07:00:00Z");
        Instant due = nine.plusSeconds(300);
        CustodyTale tale = new CustodyTale()
                .policies(nine)
                .unit("unit-3", nine)
                .apprehended("c1", "unit-3", nine)
                .unfit("c1", "unit-3", nine, due);
        Ledger ledger = Ledger.ofTheDay();
        tale.facts().forEach(ledger::take);
        Obligation missed =
                ledger.at(due.plusMillis(1), ObligationState.OVERDUE).getFirst();
        return tale.tell(missed.id().stream(), "unit-3", due.plusMillis(1), missed.breach())
                .facts();
    }
}
