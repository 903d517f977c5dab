package io.dovira.command.appeals;

import io.dovira.command.corrections.CorrectionReason;
import io.dovira.command.corrections.CorrectionRules;
import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Moment;
import io.dovira.events.PersonId;
import io.dovira.events.PolicyId;
import io.dovira.events.appeals.AnswerOutcome;
import io.dovira.events.appeals.Appeal;
import io.dovira.events.appeals.AppealCorrected;
import io.dovira.events.appeals.AppealCorrectionProposed;
import io.dovira.events.appeals.AppealCorrectionRejected;
import io.dovira.events.appeals.AppealField;
import io.dovira.events.appeals.AppealKind;
import io.dovira.events.appeals.AppealState;
import io.dovira.events.appeals.AppealTopic;
import io.dovira.events.appeals.Round;
import io.dovira.events.appeals.Term;
import io.dovira.events.policies.Due;
import io.dovira.events.policies.KnownPolicies;
import io.dovira.events.visits.Channel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Corrections: of what the corrector has seen ({@code was}), to something that could have happened. Of what figures and terms rest on the first one only
 * proposes where the policy asks for a second person, and what is proposed changes nothing until another one has signed.
 */
final class CorrectionDecider {
    private static final Set<AppealField> WEIGHTY =
            EnumSet.of(AppealField.RECEIVED_AT, AppealField.ANSWERED_AT, AppealField.OUTCOME);
    private static final Set<AppealField> OF_THE_ANSWER = EnumSet.of(AppealField.ANSWERED_AT, AppealField.OUTCOME);

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private CorrectionDecider() {}

    static Decision decide(Appeal appeal, CorrectAppeal correct, ZoneId zone, AppealPremises premises) {
        return CorrectionRules.read(
                name(appeal),
                premises.eventIds(),
                correct,
                text -> canonical(correct.field(), text),
                (was, is) -> decide(appeal, correct, was, is, zone, premises));
    }

    private static Decision decide(
            Appeal appeal, CorrectAppeal correct, String was, String is, ZoneId zone, AppealPremises premises) {
        Change change = new Change(correct.ofEvent(), correct.field(), was, is, correct.reason(), null, null);
        Decision decision = decide(appeal, change, zone, premises);
        return decision instanceof Decision.Accepted && needsSecondPerson(correct.field(), premises)
                ? Decision.accept(new AppealCorrectionProposed(
                        appeal.id(),
                        appeal.corrections().proposed() + 1,
                        correct.ofEvent(),
                        correct.field(),
                        was,
                        is,
                        correct.reason(),
                        premises.actor()))
                : decision;
    }

    /** What was possible when it was proposed may not be any more. */
    static Decision approve(Appeal appeal, ApproveAppealCorrection approve, ZoneId zone, AppealPremises premises) {
        return CorrectionRules.signed(
                name(appeal),
                appeal.corrections(),
                approve.number(),
                premises.actor(),
                proposal -> decide(
                        appeal,
                        new Change(
                                proposal.ofEventId(),
                                AppealField.valueOf(proposal.field()),
                                proposal.was(),
                                proposal.is(),
                                proposal.reason(),
                                proposal.number(),
                                premises.actor()),
                        zone,
                        premises));
    }

    static Decision reject(Appeal appeal, RejectAppealCorrection reject, AppealPremises premises) {
        return CorrectionRules.signed(
                name(appeal),
                appeal.corrections(),
                reject.number(),
                premises.actor(),
                proposal ->
                        Decision.accept(new AppealCorrectionRejected(appeal.id(), proposal.number(), reject.reason())));
    }

    private static String name(Appeal appeal) {
        return "appeal " + appeal.id();
    }

    private static boolean needsSecondPerson(AppealField field, AppealPremises premises) {
        return WEIGHTY.contains(field)
                && premises.policies()
                                .number(
                                        KnownPolicies.APPEAL_CORRECTION_APPROVAL,
                                        premises.moment().now())
                                .orElse(0)
                        > 0;
    }

    private static Decision decide(Appeal appeal, Change change, ZoneId zone, AppealPremises premises) {
        if (OF_THE_ANSWER.contains(change.field()) && appeal.state() != AppealState.ANSWERED) {
            return Decision.refuse(
                    AppealReason.APPEAL_STATE,
                    "Appeal " + appeal.id() + " is " + appeal.state() + ", so it has no answer to correct.");
        }
        Optional<Decision> unseen =
                CorrectionRules.unseen(change.field(), change.was(), change.is(), appeal.text(change.field()));
        if (unseen.isPresent()) {
            return unseen.get();
        }
        return switch (change.field()) {
            case RECEIVED_AT -> received(appeal, change, zone, premises);
            case ANSWERED_AT -> answered(appeal, change, premises);
            case OUTCOME, CHANNEL, KIND, TOPIC, APPLICANT, BENEFIT_HOLDER ->
                Decision.accept(change.fact(appeal, null, null));
        };
    }

    /** A correction that can be read. {@code proposal} and {@code approvedBy}: null if nobody else has been asked. */
    private record Change(
            String ofEvent,
            AppealField field,
            String was,
            String is,
            String reason,
            @Nullable Integer proposal,
            @Nullable String approvedBy) {

        AppealCorrected fact(Appeal appeal, @Nullable LocalDate dayZero, @Nullable Due due) {
            return new AppealCorrected(
                    appeal.id(),
                    ofEvent,
                    field,
                    was,
                    is,
                    reason,
                    proposal,
                    approvedBy,
                    dayZero,
                    due == null ? null : due.policy(),
                    due == null ? null : due.at());
        }
    }

    /** Another receipt is another day 0; the term follows by the rule valid then, unless somebody has set it since. */
    private static Decision received(Appeal appeal, Change change, ZoneId zone, AppealPremises premises) {
        Instant is = Instant.parse(change.is());
        Round first = appeal.rounds().getFirst();
        Instant latest = Stream.of(
                        premises.moment().now().plus(Moment.TOLERANCE),
                        appeal.registration() == null
                                ? Instant.MAX
                                : appeal.registration().at(),
                        Objects.requireNonNullElse(first.respondedAt(), Instant.MAX),
                        first.ending() == null ? Instant.MAX : first.ending().at())
                .min(Instant::compareTo)
                .orElseThrow();
        if (is.isAfter(latest)) {
            return Decision.refuse(
                    CorrectionReason.ORDER_BROKEN, is + " is after " + latest + ", when it must have been received.");
        }
        Term term = first.term();
        if (term == null) {
            return Decision.accept(change.fact(appeal, null, null));
        }
        LocalDate dayZero = TermDecider.day(is, zone);
        return TermDecider.by(policy(term), is, term.pauses(), zone, premises, due -> {
            if (term.change() == Term.Change.NONE) {
                return Decision.accept(change.fact(appeal, dayZero, due));
            }
            if (!term.due().isAfter(due.at())) {
                Due kept = new Due(term.policy(), term.due());
                return Decision.accept(change.fact(appeal, dayZero, kept));
            }
            return term.change() == Term.Change.EXTENDED
                    ? TermDecider.tooLong(term.due(), due)
                    : Decision.accept(change.fact(appeal, dayZero, due));
        });
    }

    private static PolicyId policy(Term term) {
        return new PolicyId(term.policy().substring(0, term.policy().lastIndexOf('@')));
    }

    private static Decision answered(Appeal appeal, Change change, AppealPremises premises) {
        Instant is = Instant.parse(change.is());
        Round round = appeal.round();
        Instant before = Objects.requireNonNull(round.ending()).at();
        boolean first = before.equals(round.respondedAt());
        Instant earliest = first || round.respondedAt() == null ? round.startedAt() : round.respondedAt();
        if (is.isBefore(earliest) || is.isAfter(premises.moment().now().plus(Moment.TOLERANCE))) {
            return Decision.refuse(
                    CorrectionReason.ORDER_BROKEN, is + " is not between " + earliest + " and now; an answer must be.");
        }
        return Decision.accept(change.fact(appeal, null, null));
    }

    private static String canonical(AppealField field, String text) {
        return switch (field) {
            case RECEIVED_AT, ANSWERED_AT -> instant(text).toString();
            case OUTCOME -> AnswerOutcome.valueOf(text).name();
            case CHANNEL -> Channel.valueOf(text).name();
            case KIND -> AppealKind.valueOf(text).name();
            case TOPIC -> AppealTopic.valueOf(text).name();
            case APPLICANT -> text.isEmpty() ? "" : new PersonId(text).value();
            case BENEFIT_HOLDER -> bool(text);
        };
    }

    private static Instant instant(String text) {
        Instant instant = Instant.parse(text).truncatedTo(ChronoUnit.MILLIS);
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw new IllegalArgumentException("must lie between " + EARLIEST + " and " + LATEST);
        }
        return instant;
    }

    private static String bool(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("must be true or false, not '" + text + "'");
        }
        return text;
    }
}
