package io.dovira.command.visits;

import io.dovira.command.platform.Decision;
import io.dovira.events.visits.Visit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What may happen in a visit, and when. Pure: the same visit, command and premises give the same decision. */
final class VisitDecider {
    private VisitDecider() {}

    static Decision decide(@Nullable Visit visit, VisitCommand command, VisitPremises premises) {
        Optional<Decision> future = premises.moment().ifInTheFuture();
        if (future.isPresent()) {
            return future.get();
        }
        if (command instanceof ArriveVisitor arrive) {
            return visit == null
                    ? ArrivalDecider.decide(arrive, premises)
                    : Decision.refuse(
                            VisitReason.VISIT_EXISTS,
                            "Visit " + visit.id() + " arrived at " + visit.arrivedAt() + " already.");
        }
        if (visit == null) {
            return Decision.refuse(VisitReason.VISIT_UNKNOWN, "There is no visit " + command.visit() + ".");
        }
        return switch (command) {
            case ArriveVisitor arrive -> throw new IllegalStateException(arrive + " is decided above");
            case LegCommand ofLeg -> LegDecider.decide(visit, ofLeg, premises);
            case CorrectVisit correct -> CorrectionDecider.decide(visit, correct, premises);
            case ApproveVisitCorrection approve -> CorrectionDecider.approve(visit, approve, premises);
            case RejectVisitCorrection reject -> CorrectionDecider.reject(visit, reject, premises);
        };
    }
}
