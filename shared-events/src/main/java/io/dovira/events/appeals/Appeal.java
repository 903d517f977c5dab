package io.dovira.events.appeals;

import io.dovira.events.AppealId;
import io.dovira.events.OfficeId;
import io.dovira.events.StaffId;
import io.dovira.events.corrections.Corrections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An appeal as its facts tell it. One fold serves the decider and the projections.
 *
 * <pre>
 *   rounds: 1  received 2 March, due 1 April, first response 3 March, answered 20 March
 *           2  reopened 5 April, due 5 May, first response -, open
 * </pre>
 *
 * @param receipt by which the citizen's own key to it is told
 * @param registration null until it is registered
 * @param assignment who is in charge; null while nobody is
 * @param rounds in order, at least one; at most the last is open
 * @param corrections that need a second person
 * @param higherComplaints how many were lodged about its result
 * @param lastAt time of the newest fact that is no correction, or what a correction says if that is later: nothing follows it before that
 * @param facts how many facts it is made of; the sequence of the next one
 */
public record Appeal(
        AppealId id,
        OfficeId office,
        Matter matter,
        ReceiptDigest receipt,
        AppealState state,
        @Nullable Registration registration,
        @Nullable Assignment assignment,
        List<Round> rounds,
        Corrections corrections,
        int higherComplaints,
        Instant lastAt,
        int facts) {

    /** The number in the register of the office. */
    public record Registration(String number, Instant at) {}

    /** Who is in charge, since when. */
    public record Assignment(StaffId staff, Instant at) {}

    public Appeal {
        rounds = List.copyOf(rounds);
    }

    /**
     * The state after one more fact; {@code before} is null before the first.
     *
     * @throws IllegalStateException if the fact cannot follow; no decider records such a fact
     */
    public static Appeal evolve(@Nullable Appeal before, AppealFact fact, Instant at) {
        if (fact instanceof AppealLodged f) {
            if (before != null) {
                throw new IllegalStateException(f.appeal() + " was lodged twice");
            }
            return new Appeal(
                    f.appeal(),
                    f.office(),
                    new Matter(
                            f.channel(), f.visit(), f.kind(), f.topic(), f.applicant(), f.benefitHolder(), f.letter()),
                    f.receipt(),
                    AppealState.LODGED,
                    null,
                    null,
                    List.of(new Round(1, at, null, null, null)),
                    Corrections.NONE,
                    0,
                    at,
                    1);
        }
        if (before == null) {
            throw new IllegalStateException(fact.appeal() + " was not lodged");
        }
        return before.after(fact, at);
    }

    private Appeal after(AppealFact fact, Instant at) {
        return switch (fact) {
            case AppealLodged f -> throw new IllegalStateException(f.appeal() + " was lodged twice");
            case AppealRegistered f ->
                new Appeal(
                        id,
                        office,
                        matter,
                        receipt,
                        AppealState.REGISTERED,
                        new Registration(f.number(), at),
                        assignment,
                        last(round().with(Term.of(f.dayZero(), f.policy(), f.due()))),
                        corrections,
                        higherComplaints,
                        at,
                        facts + 1);
            case AppealAssigned f ->
                new Appeal(
                        id,
                        office,
                        matter,
                        receipt,
                        state == AppealState.REGISTERED ? AppealState.UNDER_REVIEW : state,
                        registration,
                        new Assignment(f.staff(), at),
                        rounds,
                        corrections,
                        higherComplaints,
                        at,
                        facts + 1);
            case AppealForwarded f ->
                ended(round().responded(at), new Ending(AppealState.FORWARDED, at, null, null, f.to()));
            case AcknowledgementSent f -> next(state, f.automatic() ? round() : round().responded(at), at);
            case InfoRequested f -> {
                Round asked = round().responded(at);
                yield next(AppealState.INFO_REQUESTED, f.policy() == null ? asked : asked.with(term().paused(at)), at);
            }
            case InfoReceived f ->
                next(
                        AppealState.UNDER_REVIEW,
                        f.due() == null ? round() : round().with(term().resumed(at, f.due())),
                        at);
            case TermShortened f ->
                next(state, round().with(term().changed(at, term().policy(), f.due(), Term.Change.SHORTENED)), at);
            case TermExtended f ->
                next(
                        state,
                        round().with(term().changed(at, f.policy(), f.due(), Term.Change.EXTENDED))
                                .responded(f.toldAt()),
                        at);
            case AnswerSent f ->
                ended(round().responded(at), new Ending(AppealState.ANSWERED, at, f.outcome(), null, null));
            case AppealDeclined f ->
                ended(round().responded(at), new Ending(AppealState.DECLINED, at, null, f.ground(), null));
            case AppealWithdrawn ignored -> ended(round(), Ending.of(AppealState.WITHDRAWN, at));
            case AppealReopened f -> {
                List<Round> more = new ArrayList<>(rounds);
                Term term = Term.of(f.dayZero(), f.policy(), f.due());
                more.add(new Round(rounds.size() + 1, at, term, null, null));
                yield next(AppealState.UNDER_REVIEW, more, higherComplaints, at);
            }
            case HigherComplaintLodged ignored -> next(state, rounds, higherComplaints + 1, at);
            case AppealCorrectionProposed f -> with(corrections.with(f));
            case AppealCorrectionRejected f -> with(corrections.without(f.number()));
            case AppealCorrected f -> corrected(f);
        };
    }

    /** The newest round: the open one, or the one that ended last. */
    public Round round() {
        return rounds.getLast();
    }

    /** When it was received: day 0 is the local day of this. */
    public Instant receivedAt() {
        return rounds.getFirst().startedAt();
    }

    /** When it was answered first; empty while it never was. */
    public Optional<Instant> firstAnswerAt() {
        return rounds.stream()
                .map(Round::ending)
                .filter(ending -> ending != null && ending.how() == AppealState.ANSWERED)
                .map(Ending::at)
                .findFirst();
    }

    /** The term of the newest round; null until the appeal is registered. */
    public @Nullable Term currentTerm() {
        return round().term();
    }

    /** What a field says now, in the text form of a correction; empty if it says nothing. */
    public String text(AppealField field) {
        Ending ending = round().ending();
        return switch (field) {
            case RECEIVED_AT -> receivedAt().toString();
            case ANSWERED_AT ->
                ending == null || ending.outcome() == null ? "" : ending.at().toString();
            case OUTCOME ->
                ending == null || ending.outcome() == null
                        ? ""
                        : ending.outcome().name();
            case CHANNEL -> matter.channel().name();
            case KIND -> matter.kind().name();
            case TOPIC -> matter.topic().name();
            case APPLICANT ->
                matter.applicant() == null ? "" : matter.applicant().value();
            case BENEFIT_HOLDER -> String.valueOf(matter.benefitHolder());
        };
    }

    private Term term() {
        return Objects.requireNonNull(round().term(), "no term before the registration");
    }

    private Appeal with(Corrections others) {
        return new Appeal(
                id,
                office,
                matter,
                receipt,
                state,
                registration,
                assignment,
                rounds,
                others,
                higherComplaints,
                lastAt,
                facts + 1);
    }

    private Appeal corrected(AppealCorrected f) {
        List<Round> set = new ArrayList<>(rounds);
        switch (f.field()) {
            case RECEIVED_AT -> set.set(0, set.getFirst().startedAt(Instant.parse(f.is()), after(f)));
            case ANSWERED_AT -> set.set(set.size() - 1, round().answered(answered(Instant.parse(f.is()), null)));
            case OUTCOME -> set.set(set.size() - 1, round().answered(answered(null, AnswerOutcome.valueOf(f.is()))));
            case CHANNEL, KIND, TOPIC, APPLICANT, BENEFIT_HOLDER -> {}
        }
        return new Appeal(
                id,
                office,
                matter.corrected(f.field(), f.is()),
                receipt,
                state,
                registration,
                assignment,
                set,
                corrections.without(f.proposal()),
                higherComplaints,
                latest(f),
                facts + 1);
    }

    /** What comes next follows what is said now to have happened: no response before the receipt, no reopening before the answer. */
    private Instant latest(AppealCorrected f) {
        return switch (f.field()) {
            case RECEIVED_AT, ANSWERED_AT -> {
                Instant is = Instant.parse(f.is());
                yield is.isAfter(lastAt) ? is : lastAt;
            }
            case OUTCOME, CHANNEL, KIND, TOPIC, APPLICANT, BENEFIT_HOLDER -> lastAt;
        };
    }

    /** The term of the first round after a correction of its start. */
    private @Nullable Term after(AppealCorrected f) {
        Term before = rounds.getFirst().term();
        return before == null || f.dayZero() == null || f.policy() == null || f.due() == null
                ? before
                : before.from(f.dayZero(), f.policy(), f.due());
    }

    private Ending answered(@Nullable Instant at, @Nullable AnswerOutcome outcome) {
        Ending before = Objects.requireNonNull(round().ending(), "not answered");
        return new Ending(
                before.how(),
                Objects.requireNonNullElse(at, before.at()),
                outcome == null ? before.outcome() : outcome,
                before.ground(),
                before.to());
    }

    private Appeal ended(Round round, Ending ending) {
        return next(ending.how(), round.ended(ending), ending.at());
    }

    private Appeal next(AppealState newState, Round round, Instant at) {
        return next(newState, last(round), higherComplaints, at);
    }

    private Appeal next(AppealState newState, List<Round> newRounds, int complaints, Instant at) {
        return new Appeal(
                id,
                office,
                matter,
                receipt,
                newState,
                registration,
                assignment,
                newRounds,
                corrections,
                complaints,
                at,
                facts + 1);
    }

    private List<Round> last(Round round) {
        List<Round> set = new ArrayList<>(rounds);
        set.set(set.size() - 1, round);
        return set;
    }
}
