package io.dovira.command.custody;

import io.dovira.command.platform.Decision;
import io.dovira.events.custody.ArrivalFact.PersonApprehended;
import io.dovira.events.custody.Custody;
import io.dovira.events.custody.CustodyFact;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What may happen to a record, and when. Pure: the same record, command and premises give the same decision. */
final class CustodyDecider {
    private CustodyDecider() {}

    static Decision decide(@Nullable Custody custody, CustodyCommand command, CustodyPremises premises) {
        Optional<Decision> future = premises.moment().ifInTheFuture();
        if (future.isPresent()) {
            return future.get();
        }
        if (command instanceof MakeEntry make && make.entry() instanceof PersonApprehended apprehended) {
            return custody == null
                    ? apprehend(apprehended, premises)
                    : Decision.refuse(
                            CustodyReason.CUSTODY_EXISTS,
                            "Record " + custody.id() + " began at " + custody.apprehendedAt() + " already.");
        }
        if (custody == null) {
            return Decision.refuse(
                    CustodyReason.CUSTODY_UNKNOWN, "There is no custody record " + command.custody() + ".");
        }
        return switch (command) {
            case MakeEntry make -> EntryDecider.decide(custody, make.entry(), premises);
            case CorrectEntry correct -> CustodyCorrectionDecider.decide(custody, correct, premises);
            case ApproveCorrection approve -> CustodyCorrectionDecider.approve(custody, approve, premises);
            case RejectCorrection reject -> CustodyCorrectionDecider.reject(custody, reject, premises);
        };
    }

    private static Decision apprehend(PersonApprehended entry, CustodyPremises premises) {
        if (premises.office() == null) {
            return Decision.refuse(CustodyReason.OFFICE_UNKNOWN, "There is no office " + entry.office() + ".");
        }
        if (premises.office().closed()) {
            return Decision.refuse(CustodyReason.OFFICE_CLOSED, "Office " + entry.office() + " holds nobody any more.");
        }
        Custody after = Custody.evolve(null, entry, premises.moment().occurredAt());
        return Decision.accept(ClockDecider.with(entry, null, after, premises).toArray(CustodyFact[]::new));
    }
}
