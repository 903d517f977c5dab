package io.dovira.command.appeals;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Moment;
import io.dovira.events.PolicyId;
import io.dovira.events.appeals.Appeal;
import io.dovira.events.appeals.AppealForwarded;
import io.dovira.events.appeals.AppealRegistered;
import io.dovira.events.appeals.AppealReopened;
import io.dovira.events.appeals.InfoReceived;
import io.dovira.events.appeals.InfoRequested;
import io.dovira.events.appeals.Pause;
import io.dovira.events.appeals.Term;
import io.dovira.events.appeals.TermExtended;
import io.dovira.events.appeals.TermShortened;
import io.dovira.events.catalogue.Facts;
import io.dovira.events.offices.Office;
import io.dovira.events.policies.Due;
import io.dovira.events.policies.KnownPolicies;
import io.dovira.events.policies.Policy;
import io.dovira.events.registers.RegisterNumberDrawn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What rests on the terms of the law. A round is judged by the rules valid when it began: the first at the receipt of the appeal, each
 * further one at its reopening. The local day of that is day 0.
 */
final class TermDecider {
    private static final String ASKED = Facts.nameOf(InfoRequested.class);

    private TermDecider() {}

    /** The local year in whose register an appeal stands that is registered now. */
    static int year(Appeal appeal, Moment moment, ZoneId zone) {
        return day(happens(appeal, moment), zone).getYear();
    }

    static Decision register(Appeal appeal, RegisterAppeal register, Office office, AppealPremises premises) {
        Instant received = appeal.receivedAt();
        return by(register.procedure().policy(), received, office.zone(), premises, due -> {
            RegisterNumberDrawn drawn = new RegisterNumberDrawn(
                    office.id(), year(appeal, premises.moment(), office.zone()), premises.number(), appeal.id());
            return Decision.accept(
                    new AppealRegistered(
                            appeal.id(), drawn.text(), day(received, office.zone()), due.policy(), due.at()),
                    drawn);
        });
    }

    /** A late forwarding is recorded like one in time; the fact tells which it is. */
    static Decision forward(Appeal appeal, ForwardAppeal forward, ZoneId zone, AppealPremises premises) {
        return by(
                KnownPolicies.APPEAL_FORWARD,
                appeal.round().startedAt(),
                zone,
                premises,
                due -> Decision.accept(new AppealForwarded(appeal.id(), forward.to(), due.policy(), due.at())));
    }

    /** The rule of the term says whether it stands still until the applicant has replied. */
    static Decision ask(Appeal appeal, AppealPremises premises) {
        Term term = term(appeal);
        return Decision.accept(
                new InfoRequested(appeal.id(), pauses(premises, term.policy()).isEmpty() ? null : term.policy()));
    }

    static Decision reply(Appeal appeal, ReceiveInfo receive, ZoneId zone, AppealPremises premises) {
        Term term = term(appeal);
        Instant paused = term.pausedAt();
        if (paused == null) {
            return Decision.accept(new InfoReceived(appeal.id(), receive.letter(), null));
        }
        Pause pause = new Pause(paused, happens(appeal, premises.moment()));
        Instant due = premises.policies()
                .named(term.policy())
                .filter(policy -> policy.limit() != null)
                .map(policy -> later(policy, term.due(), List.of(pause), zone, premises))
                .orElse(term.due());
        return Decision.accept(new InfoReceived(appeal.id(), receive.letter(), due));
    }

    /** The version, if a question to the applicant stops its clock. */
    private static Optional<Policy> pauses(AppealPremises premises, String version) {
        return premises.policies()
                .named(version)
                .filter(policy -> policy.limit() != null && policy.pausedBy().contains(ASKED));
    }

    static Decision shorten(Appeal appeal, ShortenTerm shorten, ZoneId zone, AppealPremises premises) {
        Instant due = endOf(shorten.until(), zone);
        Term term = term(appeal);
        if (!due.isBefore(term.due())) {
            return Decision.refuse(
                    AppealReason.TERM_NOT_SHORTER, "The answer is due " + term.due() + ", not after " + due + ".");
        }
        if (due.isBefore(happens(appeal, premises.moment()))) {
            return Decision.refuse(AppealReason.TERM_OVER, shorten.until() + " is over.");
        }
        return Decision.accept(new TermShortened(appeal.id(), due, shorten.reason()));
    }

    static Decision extend(Appeal appeal, ExtendTerm extend, ZoneId zone, AppealPremises premises) {
        Instant due = endOf(extend.until(), zone);
        Term term = term(appeal);
        Instant now = happens(appeal, premises.moment());
        if (term.isOverAt(now)) {
            return Decision.refuse(
                    AppealReason.TERM_OVER, "The term ended " + term.due() + "; what is over cannot be extended.");
        }
        if (!due.isAfter(term.due())) {
            return Decision.refuse(
                    AppealReason.TERM_NOT_LONGER, "The answer is due " + term.due() + ", not before " + due + ".");
        }
        if (extend.toldAt().isAfter(now)
                || extend.toldAt().isBefore(appeal.round().startedAt())) {
            return Decision.refuse(
                    AppealReason.APPLICANT_NOT_TOLD,
                    "toldAt lies between the beginning of the round at "
                            + appeal.round().startedAt() + " and the extension at " + now + ", unlike "
                            + extend.toldAt() + ".");
        }
        return by(
                KnownPolicies.APPEAL_EXTENDED,
                appeal.round().startedAt(),
                term.pauses(),
                zone,
                premises,
                latest -> due.isAfter(latest.at())
                        ? tooLong(due, latest)
                        : Decision.accept(
                                new TermExtended(appeal.id(), due, latest.policy(), extend.reason(), extend.toldAt())));
    }

    static Decision reopen(Appeal appeal, ReopenAppeal reopen, ZoneId zone, AppealPremises premises) {
        Instant now = happens(appeal, premises.moment());
        return by(
                reopen.procedure().policy(),
                now,
                zone,
                premises,
                due -> Decision.accept(
                        new AppealReopened(appeal.id(), reopen.reason(), day(now, zone), due.policy(), due.at())));
    }

    static Decision tooLong(Instant due, Due latest) {
        return Decision.refuse(
                AppealReason.TERM_TOO_LONG,
                due + " is after " + latest.at() + ", the last moment that " + latest.policy() + " allows.");
    }

    static Decision by(
            PolicyId policy, Instant start, ZoneId zone, AppealPremises premises, Function<Due, Decision> decision) {
        Optional<Due> due = premises.policies().due(policy, start, zone);
        return due.map(decision)
                .orElseGet(() -> Decision.refuse(
                        AppealReason.POLICY_MISSING, "No version of " + policy + " was in force at " + start + "."));
    }

    /** As the other, with the time in which its clock has stood still, if it is one that does. */
    static Decision by(
            PolicyId policy,
            Instant start,
            List<Pause> pauses,
            ZoneId zone,
            AppealPremises premises,
            Function<Due, Decision> decision) {
        return by(
                policy,
                start,
                zone,
                premises,
                due -> decision.apply(pauses(premises, due.policy())
                        .map(version -> new Due(due.policy(), later(version, due.at(), pauses, zone, premises)))
                        .orElse(due)));
    }

    private static Instant later(
            Policy version, Instant due, List<Pause> pauses, ZoneId zone, AppealPremises premises) {
        Instant later = due;
        for (Pause pause : pauses) {
            if (pause.until() != null) {
                later = premises.policies().extended(version, later, pause.from(), pause.until(), zone);
            }
        }
        return later;
    }

    static LocalDate day(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone);
    }

    /** What happens now follows the newest fact, whatever the clock says; see {@link Moment#notBefore}. */
    private static Instant happens(Appeal appeal, Moment moment) {
        return moment.occurredAt().isBefore(appeal.lastAt()) ? appeal.lastAt() : moment.occurredAt();
    }

    private static Instant endOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
    }

    private static Term term(Appeal appeal) {
        return Objects.requireNonNull(appeal.currentTerm(), "in work without a term");
    }
}
