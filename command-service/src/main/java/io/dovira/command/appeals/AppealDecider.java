package io.dovira.command.appeals;

import io.dovira.command.platform.Decision;
import io.dovira.events.StaffId;
import io.dovira.events.appeals.AcknowledgementSent;
import io.dovira.events.appeals.AnswerSent;
import io.dovira.events.appeals.Appeal;
import io.dovira.events.appeals.AppealAssigned;
import io.dovira.events.appeals.AppealDeclined;
import io.dovira.events.appeals.AppealKind;
import io.dovira.events.appeals.AppealLodged;
import io.dovira.events.appeals.AppealState;
import io.dovira.events.appeals.AppealWithdrawn;
import io.dovira.events.appeals.DeclineGround;
import io.dovira.events.appeals.HigherComplaintLodged;
import io.dovira.events.offices.Office;
import io.dovira.events.visits.Visit;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may happen to an appeal, and when. Pure: the same appeal, command and premises give the same decision. */
final class AppealDecider {
    private static final Set<AppealState> OPEN = EnumSet.of(
            AppealState.LODGED, AppealState.REGISTERED, AppealState.UNDER_REVIEW, AppealState.INFO_REQUESTED);
    private static final Set<AppealState> IN_WORK = EnumSet.of(AppealState.UNDER_REVIEW, AppealState.INFO_REQUESTED);

    private AppealDecider() {}

    static Decision decide(@Nullable Appeal appeal, AppealCommand command, AppealPremises premises) {
        Optional<Decision> future = premises.moment().ifInTheFuture();
        if (future.isPresent()) {
            return future.get();
        }
        if (command instanceof LodgeAppeal lodge) {
            return appeal == null
                    ? lodge(lodge, premises)
                    : Decision.refuse(
                            AppealReason.APPEAL_EXISTS,
                            "Appeal " + appeal.id() + " was received at " + appeal.receivedAt() + " already.");
        }
        if (appeal == null) {
            return Decision.refuse(AppealReason.APPEAL_UNKNOWN, "There is no appeal " + command.appeal() + ".");
        }
        Office office = premises.office();
        if (office == null) {
            return Decision.refuse(AppealReason.OFFICE_UNKNOWN, "There is no office " + appeal.office() + ".");
        }
        return switch (command) {
            case CorrectAppeal c -> CorrectionDecider.decide(appeal, c, office.zone(), premises);
            case ApproveAppealCorrection c -> CorrectionDecider.approve(appeal, c, office.zone(), premises);
            case RejectAppealCorrection c -> CorrectionDecider.reject(appeal, c, premises);
            default -> premises.moment().notBefore(appeal.lastAt(), () -> next(appeal, command, office, premises));
        };
    }

    private static Decision next(Appeal appeal, AppealCommand command, Office office, AppealPremises premises) {
        if (!fits(appeal.state(), command)) {
            return Decision.refuse(AppealReason.APPEAL_STATE, "Appeal " + appeal.id() + " is " + appeal.state() + ".");
        }
        return switch (command) {
            case LodgeAppeal c -> throw new IllegalStateException(c + " is decided above");
            case CorrectAppeal c -> throw new IllegalStateException(c + " is decided above");
            case ApproveAppealCorrection c -> throw new IllegalStateException(c + " is decided above");
            case RejectAppealCorrection c -> throw new IllegalStateException(c + " is decided above");
            case RegisterAppeal c -> TermDecider.register(appeal, c, office, premises);
            case AssignAppeal c -> assign(appeal, c);
            case ForwardAppeal c -> TermDecider.forward(appeal, c, office.zone(), premises);
            case SendAcknowledgement c -> Decision.accept(new AcknowledgementSent(appeal.id(), c.automatic()));
            case RequestInfo ignored -> TermDecider.ask(appeal, premises);
            case ReceiveInfo c -> TermDecider.reply(appeal, c, office.zone(), premises);
            case ShortenTerm c -> TermDecider.shorten(appeal, c, office.zone(), premises);
            case ExtendTerm c -> TermDecider.extend(appeal, c, office.zone(), premises);
            case SendAnswer c -> Decision.accept(new AnswerSent(appeal.id(), c.outcome(), c.letter()));
            case DeclineAppeal c -> decline(appeal, c);
            case WithdrawAppeal ignored -> Decision.accept(new AppealWithdrawn(appeal.id()));
            case ReopenAppeal c -> TermDecider.reopen(appeal, c, office.zone(), premises);
            case LodgeHigherComplaint c -> Decision.accept(new HigherComplaintLodged(appeal.id(), c.to()));
        };
    }

    /** Whether it happens to an appeal in this state. What a correction needs depends on its field. */
    static boolean fits(AppealState state, AppealCommand command) {
        return switch (command) {
            case LodgeAppeal ignored -> false;
            case RegisterAppeal ignored -> state == AppealState.LODGED;
            case AssignAppeal ignored -> state == AppealState.REGISTERED || IN_WORK.contains(state);
            case ForwardAppeal ignored -> state == AppealState.REGISTERED || state == AppealState.UNDER_REVIEW;
            case DeclineAppeal ignored -> state == AppealState.REGISTERED || state == AppealState.UNDER_REVIEW;
            case SendAcknowledgement ignored -> OPEN.contains(state);
            case WithdrawAppeal ignored -> OPEN.contains(state);
            case RequestInfo ignored -> state == AppealState.UNDER_REVIEW;
            case ReceiveInfo ignored -> state == AppealState.INFO_REQUESTED;
            case ShortenTerm ignored -> IN_WORK.contains(state);
            case ExtendTerm ignored -> IN_WORK.contains(state);
            case SendAnswer ignored -> IN_WORK.contains(state);
            case ReopenAppeal ignored -> state == AppealState.ANSWERED;
            case LodgeHigherComplaint ignored -> state == AppealState.ANSWERED || state == AppealState.DECLINED;
            case CorrectAppeal ignored -> true;
            case ApproveAppealCorrection ignored -> true;
            case RejectAppealCorrection ignored -> true;
        };
    }

    private static Decision lodge(LodgeAppeal lodge, AppealPremises premises) {
        Office office = premises.office();
        if (office == null) {
            return Decision.refuse(AppealReason.OFFICE_UNKNOWN, "There is no office " + lodge.office() + ".");
        }
        if (office.closed()) {
            return Decision.refuse(AppealReason.OFFICE_CLOSED, "Office " + office.id() + " serves nobody any more.");
        }
        Visit visit = premises.visit();
        if (lodge.visit() != null && (visit == null || !visit.office().equals(office.id()))) {
            return Decision.refuse(
                    AppealReason.VISIT_UNKNOWN, "Office " + office.id() + " has no visit " + lodge.visit() + ".");
        }
        return Decision.accept(new AppealLodged(
                lodge.appeal(),
                office.id(),
                lodge.channel(),
                lodge.visit(),
                lodge.kind(),
                lodge.topic(),
                lodge.applicant(),
                lodge.benefitHolder(),
                lodge.letter(),
                Objects.requireNonNull(premises.receipt())));
    }

    /** Whoever puts somebody in charge says who is now: of two at once, the second is told of the first. */
    private static Decision assign(Appeal appeal, AssignAppeal assign) {
        Appeal.Assignment now = appeal.assignment();
        StaffId inCharge = now == null ? null : now.staff();
        if (!Objects.equals(inCharge, assign.from())) {
            return Decision.refuse(
                    AppealReason.APPEAL_ASSIGNED,
                    now == null
                            ? "Nobody is in charge of appeal " + appeal.id() + " yet, not " + assign.from() + "."
                            : now.staff() + " is in charge of appeal " + appeal.id() + " since " + now.at()
                                    + ". Name them as 'from' to put somebody else in charge.");
        }
        if (assign.staff().equals(inCharge)) {
            return Decision.refuse(AppealReason.NOTHING_CHANGED, inCharge + " is in charge already.");
        }
        return Decision.accept(new AppealAssigned(appeal.id(), assign.staff()));
    }

    private static Decision decline(Appeal appeal, DeclineAppeal decline) {
        if (decline.ground() == DeclineGround.ANONYMOUS && appeal.matter().applicant() != null) {
            return unfit("The applicant of appeal " + appeal.id() + " is known.");
        }
        if (decline.ground() == DeclineGround.OUT_OF_TERM && appeal.matter().kind() != AppealKind.COMPLAINT) {
            return unfit("Only a complaint can come too late.");
        }
        if (decline.earlier() != null
                && (decline.ground() != DeclineGround.REPEAT
                        || decline.earlier().equals(appeal.id()))) {
            return unfit("Only a repeat names an earlier appeal, and another one.");
        }
        return Decision.accept(new AppealDeclined(appeal.id(), decline.ground(), decline.earlier()));
    }

    private static Decision unfit(String detail) {
        return Decision.refuse(AppealReason.GROUND_UNFIT, detail);
    }
}
