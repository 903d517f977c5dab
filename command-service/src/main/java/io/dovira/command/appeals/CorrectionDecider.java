package io.dovira.command.appeals;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Moment;
import io.dovira.events.PersonId;
import io.dovira.events.PolicyId;
import io.dovira.events.appeals.AnswerOutcome;
import io.dovira.events.appeals.Appeal;
import io.dovira.events.appeals.AppealCorrected;
import io.dovira.events.appeals.AppealField;
import io.dovira.events.appeals.AppealKind;
import io.dovira.events.appeals.AppealState;
import io.dovira.events.appeals.AppealTopic;
import io.dovira.events.appeals.Round;
import io.dovira.events.appeals.Term;
import io.dovira.events.policies.Due;
import io.dovira.events.policies.KnownPolicies;
import io.dovira.events.visits.Channel;
import java.time.DateTimeException;
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
 * Corrections: of what the corrector has seen ({@code was}), to something that could have happened. What figures and terms rest on needs a second
 * person where the policy says so.
 */
final class CorrectionDecider {
    private static final Set<AppealField> WEIGHTY =
            EnumSet.of(AppealField.RECEIVED_AT, AppealField.ANSWERED_AT, AppealField.OUTCOME);
    private static final Set<AppealField> OF_THE_ANSWER = EnumSet.of(AppealField.ANSWERED_AT, AppealField.OUTCOME);

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private CorrectionDecider() {}

    static Decision decide(Appeal appeal, CorrectAppeal correct, ZoneId zone, AppealPremises premises) {
        if (!premises.eventIds().contains(correct.ofEvent())) {
            return Decision.refuse(
                    AppealReason.EVENT_UNKNOWN,
                    "Event " + correct.ofEvent() + " is not one of appeal " + appeal.id() + ".");
        }
        if (OF_THE_ANSWER.contains(correct.field()) && appeal.state() != AppealState.ANSWERED) {
            return Decision.refuse(
                    AppealReason.APPEAL_STATE,
                    "Appeal " + appeal.id() + " is " + appeal.state() + ", so it has no answer to correct.");
        }
        String now = appeal.text(correct.field());
        String was;
        String is;
        try {
            was = canonical(correct.field(), correct.was());
            is = canonical(correct.field(), correct.is());
        } catch (IllegalArgumentException | DateTimeException e) {
            return Decision.refuse(
                    AppealReason.VALUE_UNREADABLE, correct.field() + " cannot be read: " + e.getMessage() + ".");
        }
        if (!was.equals(now)) {
            return Decision.refuse(
                    AppealReason.WAS_DIFFERS,
                    correct.field() + " says " + (now.isEmpty() ? "nothing" : now) + ", not " + was + ".");
        }
        if (is.equals(now)) {
            return Decision.refuse(
                    AppealReason.NOTHING_CHANGED,
                    correct.field() + " says " + (now.isEmpty() ? "nothing" : now) + " already.");
        }
        return unapproved(correct, premises).orElseGet(() -> switch (correct.field()) {
            case RECEIVED_AT -> received(appeal, correct, Instant.parse(is), zone, premises);
            case ANSWERED_AT -> answered(appeal, correct, Instant.parse(is), premises);
            case OUTCOME, CHANNEL, KIND, TOPIC, APPLICANT, BENEFIT_HOLDER ->
                Decision.accept(fact(appeal, correct, now, is, null, null));
        });
    }

    private static Optional<Decision> unapproved(CorrectAppeal correct, AppealPremises premises) {
        if (correct.approvedBy() != null && correct.approvedBy().value().equals(premises.actor())) {
            return Optional.of(Decision.refuse(
                    AppealReason.APPROVAL_BY_SELF, correct.approvedBy() + " is who asks for the correction."));
        }
        boolean needed = WEIGHTY.contains(correct.field())
                && premises.policies()
                                .number(
                                        KnownPolicies.APPEAL_CORRECTION_APPROVAL,
                                        premises.moment().now())
                                .orElse(0)
                        > 0;
        return needed && correct.approvedBy() == null
                ? Optional.of(Decision.refuse(
                        AppealReason.APPROVAL_NEEDED,
                        "A correction of " + correct.field() + " needs somebody in 'approvedBy'."))
                : Optional.empty();
    }

    /** Another receipt is another day 0; the term follows by the rule valid then, unless somebody has set it since. */
    private static Decision received(
            Appeal appeal, CorrectAppeal correct, Instant is, ZoneId zone, AppealPremises premises) {
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
                    AppealReason.ORDER_BROKEN, is + " is after " + latest + ", when it must have been received.");
        }
        String now = appeal.text(correct.field());
        Term term = first.term();
        if (term == null) {
            return Decision.accept(fact(appeal, correct, now, is.toString(), null, null));
        }
        LocalDate dayZero = TermDecider.day(is, zone);
        return TermDecider.by(policy(term), is, zone, premises, due -> {
            if (term.change() == Term.Change.NONE) {
                return Decision.accept(fact(appeal, correct, now, is.toString(), dayZero, due));
            }
            if (!term.due().isAfter(due.at())) {
                Due kept = new Due(term.policy(), term.due());
                return Decision.accept(fact(appeal, correct, now, is.toString(), dayZero, kept));
            }
            return term.change() == Term.Change.EXTENDED
                    ? TermDecider.tooLong(term.due(), due)
                    : Decision.accept(fact(appeal, correct, now, is.toString(), dayZero, due));
        });
    }

    private static PolicyId policy(Term term) {
        return new PolicyId(term.policy().substring(0, term.policy().lastIndexOf('@')));
    }

    private static Decision answered(Appeal appeal, CorrectAppeal correct, Instant is, AppealPremises premises) {
        Round round = appeal.round();
        Instant before = Objects.requireNonNull(round.ending()).at();
        boolean first = before.equals(round.respondedAt());
        Instant earliest = first || round.respondedAt() == null ? round.startedAt() : round.respondedAt();
        if (is.isBefore(earliest) || is.isAfter(premises.moment().now().plus(Moment.TOLERANCE))) {
            return Decision.refuse(
                    AppealReason.ORDER_BROKEN, is + " is not between " + earliest + " and now; an answer must be.");
        }
        return Decision.accept(fact(appeal, correct, before.toString(), is.toString(), null, null));
    }

    private static AppealCorrected fact(
            Appeal appeal,
            CorrectAppeal correct,
            String was,
            String is,
            @Nullable LocalDate dayZero,
            @Nullable Due due) {
        return new AppealCorrected(
                appeal.id(),
                correct.ofEvent(),
                correct.field(),
                was,
                is,
                correct.reason(),
                correct.approvedBy(),
                dayZero,
                due == null ? null : due.policy(),
                due == null ? null : due.at());
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
