package io.dovira.command.visits;

import static io.dovira.events.visits.LegState.CALLED;
import static io.dovira.events.visits.LegState.IN_SERVICE;
import static io.dovira.events.visits.LegState.ON_HOLD;
import static io.dovira.events.visits.LegState.QUEUED;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Reason;
import io.dovira.events.DeskId;
import io.dovira.events.ServiceId;
import io.dovira.events.StaffId;
import io.dovira.events.offices.Desk;
import io.dovira.events.offices.DeskEngaged;
import io.dovira.events.offices.DeskReleased;
import io.dovira.events.offices.Office;
import io.dovira.events.visits.Leg;
import io.dovira.events.visits.LegRecycled;
import io.dovira.events.visits.LegState;
import io.dovira.events.visits.LegTransferred;
import io.dovira.events.visits.ServiceFinished;
import io.dovira.events.visits.ServiceHeld;
import io.dovira.events.visits.ServiceResumed;
import io.dovira.events.visits.ServiceStarted;
import io.dovira.events.visits.Visit;
import io.dovira.events.visits.VisitClosedBySystem;
import io.dovira.events.visits.VisitFact;
import io.dovira.events.visits.VisitorAbandoned;
import io.dovira.events.visits.VisitorCalled;
import io.dovira.events.visits.VisitorNoShow;
import io.dovira.events.visits.VisitorRecalled;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The life of the open leg.
 *
 * <pre>
 *   QUEUED --call--> CALLED --start--> IN_SERVICE &lt;--hold/resume--> ON_HOLD
 *     |  ^--recycle--  |  ^-recall-'      |                            |
 *     |                |                  '----------- finish ---------+--> SERVED
 *  abandon          no-show               '---------- transfer --------+--> TRANSFERRED, next leg QUEUED
 *     v                v
 *  ABANDONED        NO_SHOW               close: from any of the four, once the day is over --> CLOSED_BY_SYSTEM
 * </pre>
 */
final class LegDecider {
    private final Visit visit;
    private final Leg leg;
    private final VisitPremises premises;

    private LegDecider(Visit visit, Leg leg, VisitPremises premises) {
        this.visit = visit;
        this.leg = leg;
        this.premises = premises;
    }

    static Decision decide(Visit visit, LegCommand command, VisitPremises premises) {
        Leg leg = visit.lastLeg();
        if (leg == null) {
            return Decision.refuse(VisitReason.VISIT_STATE, "Visit " + visit.id() + " has no ticket.");
        }
        if (leg.state().isEnded()) {
            return Decision.refuse(
                    VisitReason.VISIT_ENDED,
                    "Visit " + visit.id() + " ended " + leg.state() + " at " + leg.endedAt() + ".");
        }
        return premises.moment().notBefore(newest(leg), () -> new LegDecider(visit, leg, premises).decide(command));
    }

    private Decision decide(LegCommand command) {
        return switch (command) {
            case CallVisitor c -> call(c);
            case RecallVisitor ignored -> recall();
            case RecycleLeg ignored ->
                from("recycle", CALLED).orElseGet(() -> andRelease(new LegRecycled(visit.id(), leg.number())));
            case StartService ignored ->
                from("start", CALLED)
                        .orElseGet(
                                () -> Decision.accept(new ServiceStarted(visit.id(), leg.number(), desk(), staff())));
            case HoldService c ->
                from("hold", IN_SERVICE)
                        .orElseGet(() -> Decision.accept(new ServiceHeld(visit.id(), leg.number(), c.reason())));
            case ResumeService ignored ->
                from("resume", ON_HOLD).orElseGet(() -> Decision.accept(new ServiceResumed(visit.id(), leg.number())));
            case TransferLeg c -> from("transfer", IN_SERVICE, ON_HOLD).orElseGet(() -> transfer(c));
            case FinishService c ->
                from("finish", IN_SERVICE, ON_HOLD)
                        .orElseGet(() -> andRelease(new ServiceFinished(visit.id(), leg.number(), c.outcome())));
            case MarkNoShow ignored ->
                from("no-show", CALLED).orElseGet(() -> andRelease(new VisitorNoShow(visit.id(), leg.number())));
            case AbandonVisit ignored ->
                from("abandon", QUEUED)
                        .orElseGet(() -> Decision.accept(new VisitorAbandoned(visit.id(), leg.number())));
            case CloseVisit c ->
                ofToday().orElseGet(() -> andRelease(new VisitClosedBySystem(visit.id(), leg.number(), c.cause())));
        };
    }

    /** Somebody who is still there, or was a moment ago, has an outcome; a long wait without one would leave every figure by one click. */
    private Optional<Decision> ofToday() {
        Office office = premises.office();
        if (office == null) {
            return Optional.empty();
        }
        LocalDate arrived = LocalDate.ofInstant(visit.arrivedAt(), office.zone());
        LocalDate today = LocalDate.ofInstant(premises.moment().now(), office.zone());
        return arrived.isBefore(today)
                ? Optional.empty()
                : refuse(
                        VisitReason.DAY_NOT_OVER,
                        "Visit " + visit.id()
                                + " arrived today. Say how it ended (abandon, no-show, finish), or leave it"
                                + " open: from tomorrow on it can be closed without an outcome.");
    }

    private Decision call(CallVisitor call) {
        return from("call", QUEUED).or(() -> notAllowedToCall(call)).orElseGet(() -> {
            StaffId sitting = Objects.requireNonNull(
                    Objects.requireNonNull(premises.desk()).staff());
            return Decision.accept(
                    new VisitorCalled(visit.id(), leg.number(), call.desk(), sitting),
                    new DeskEngaged(visit.office(), call.desk(), visit.id(), leg.number()));
        });
    }

    private Optional<Decision> notAllowedToCall(CallVisitor call) {
        Desk desk = premises.desk();
        String name = "Desk " + call.desk() + " of office " + visit.office();
        if (desk == null || desk.staff() == null) {
            return refuse(VisitReason.DESK_CLOSED, name + " is closed.");
        }
        return switch (desk.state()) {
            case CLOSED -> refuse(VisitReason.DESK_CLOSED, name + " is closed.");
            case BREAK -> refuse(VisitReason.DESK_ON_BREAK, name + " pauses since " + desk.since() + ".");
            case ENGAGED -> refuse(VisitReason.DESK_ENGAGED, name + " is engaged with visit " + desk.visit() + ".");
            case FREE -> notMeant(call, desk.staff());
        };
    }

    private Optional<Decision> notMeant(CallVisitor call, StaffId sitting) {
        if (call.staff() != null && !call.staff().equals(sitting)) {
            return refuse(VisitReason.STAFF_NOT_AT_DESK, call.staff() + " does not sit at desk " + call.desk() + ".");
        }
        if (leg.onlyDesk() != null && !leg.onlyDesk().equals(call.desk())) {
            return refuse(VisitReason.LEG_RESERVED, "The visitor waits for desk " + leg.onlyDesk() + ".");
        }
        if (leg.onlyStaff() != null && !leg.onlyStaff().equals(sitting)) {
            return refuse(VisitReason.LEG_RESERVED, "The visitor waits for " + leg.onlyStaff() + ".");
        }
        return Optional.empty();
    }

    private Decision recall() {
        return from("recall", CALLED)
                .orElseGet(() -> leg.calls() > premises.mostRecalls()
                        ? Decision.refuse(
                                VisitReason.RECALL_LIMIT,
                                "Called " + leg.calls() + " times; now only recycle or no-show are left.")
                        : Decision.accept(new VisitorRecalled(visit.id(), leg.number(), desk(), staff())));
    }

    private Decision transfer(TransferLeg transfer) {
        if (transfer.toService() == null && transfer.toDesk() == null && transfer.toStaff() == null) {
            return Decision.refuse(VisitReason.TRANSFER_NOWHERE, "Name a service, a desk or a member of staff.");
        }
        Office office = premises.office();
        if (office == null) {
            return Decision.refuse(VisitReason.OFFICE_UNKNOWN, "There is no office " + visit.office() + ".");
        }
        ServiceId service = transfer.toService() == null ? leg.service() : transfer.toService();
        if (!service.equals(leg.service()) && !office.offers(service)) {
            return Decision.refuse(
                    VisitReason.SERVICE_NOT_OFFERED, "Office " + office.id() + " does not offer " + service + ".");
        }
        if (transfer.toDesk() != null && !office.has(transfer.toDesk())) {
            return Decision.refuse(
                    VisitReason.DESK_UNKNOWN, "Office " + office.id() + " has no desk " + transfer.toDesk() + ".");
        }
        return andRelease(new LegTransferred(visit.id(), leg.number(), service, transfer.toDesk(), transfer.toStaff()));
    }

    /** The fact, and the end of the desk's engagement if it has one: a visit that was imported may not. */
    private Decision andRelease(VisitFact fact) {
        Desk desk = premises.desk();
        if (desk == null || !visit.id().equals(desk.visit()) || desk.leg() != leg.number()) {
            return Decision.accept(fact);
        }
        return Decision.accept(fact, new DeskReleased(visit.office(), desk.id(), visit.id(), leg.number()));
    }

    private Optional<Decision> from(String what, LegState... states) {
        return Arrays.asList(states).contains(leg.state())
                ? Optional.empty()
                : refuse(
                        VisitReason.VISIT_STATE,
                        "Leg " + leg.number() + " of visit " + visit.id() + " is " + leg.state() + where() + "; " + what
                                + " needs "
                                + String.join(
                                        " or ",
                                        Arrays.stream(states).map(Enum::name).toList())
                                + ".");
    }

    private String where() {
        return leg.desk() == null ? "" : " at desk " + leg.desk();
    }

    private static Optional<Decision> refuse(Reason reason, String detail) {
        return Optional.of(Decision.refuse(reason, detail));
    }

    private DeskId desk() {
        return Objects.requireNonNull(leg.desk(), "a called leg has a desk");
    }

    private StaffId staff() {
        return Objects.requireNonNull(leg.staff(), "a called leg has a member of staff");
    }

    /** Not only the newest fact: a correction may have moved another time behind it. */
    static Instant newest(Leg leg) {
        return Stream.<@Nullable Instant>of(leg.lastAt(), leg.queuedAt(), leg.calledAt(), leg.startedAt(), leg.heldAt())
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElseThrow();
    }
}
