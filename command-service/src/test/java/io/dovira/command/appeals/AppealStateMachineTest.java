package io.dovira.command.appeals;

import static io.dovira.command.appeals.Registry.CODE;
import static io.dovira.command.appeals.Registry.COUNCIL;
import static io.dovira.command.appeals.Registry.NINE;
import static io.dovira.command.appeals.Registry.OFFICE;
import static io.dovira.command.appeals.Registry.OLENA;
import static io.dovira.command.appeals.Registry.PETRO;
import static io.dovira.command.appeals.Registry.POLICIES;
import static io.dovira.events.appeals.AppealState.ANSWERED;
import static io.dovira.events.appeals.AppealState.DECLINED;
import static io.dovira.events.appeals.AppealState.FORWARDED;
import static io.dovira.events.appeals.AppealState.INFO_REQUESTED;
import static io.dovira.events.appeals.AppealState.LODGED;
import static io.dovira.events.appeals.AppealState.REGISTERED;
import static io.dovira.events.appeals.AppealState.UNDER_REVIEW;
import static io.dovira.events.appeals.AppealState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Lateness;
import io.dovira.command.platform.Moment;
import io.dovira.events.AppealId;
import io.dovira.events.Fact;
import io.dovira.events.appeals.AnswerOutcome;
import io.dovira.events.appeals.Appeal;
import io.dovira.events.appeals.AppealCorrected;
import io.dovira.events.appeals.AppealFact;
import io.dovira.events.appeals.AppealField;
import io.dovira.events.appeals.AppealKind;
import io.dovira.events.appeals.AppealProcedure;
import io.dovira.events.appeals.AppealState;
import io.dovira.events.appeals.AppealTopic;
import io.dovira.events.appeals.DeclineGround;
import io.dovira.events.appeals.Round;
import io.dovira.events.appeals.Term;
import io.dovira.events.corrections.Proposal;
import io.dovira.events.policies.Due;
import io.dovira.events.policies.KnownPolicies;
import io.dovira.events.registers.RegisterNumberDrawn;
import io.dovira.events.visits.Channel;
import io.dovira.eventstore.codec.RecordCodecs;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** Whatever an office with three appeals is asked, in any order and at any time, what it records is possible and within the law. */
class AppealStateMachineTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Kyiv");
    private static final List<AppealId> IDS =
            IntStream.range(0, 3).mapToObj(i -> new AppealId("a" + i)).toList();

    private static final List<AppealField> FIELDS = List.of(AppealField.values());

    /** Written down from the drawing of the life of an appeal, not from the decider. */
    private static final Map<AppealState, Set<AppealState>> NEXT = new EnumMap<>(Map.of(
            LODGED, EnumSet.of(LODGED, REGISTERED, WITHDRAWN),
            REGISTERED, EnumSet.of(REGISTERED, UNDER_REVIEW, FORWARDED, DECLINED, WITHDRAWN),
            UNDER_REVIEW, EnumSet.of(UNDER_REVIEW, INFO_REQUESTED, ANSWERED, FORWARDED, DECLINED, WITHDRAWN),
            INFO_REQUESTED, EnumSet.of(INFO_REQUESTED, UNDER_REVIEW, ANSWERED, WITHDRAWN),
            ANSWERED, EnumSet.of(ANSWERED, UNDER_REVIEW),
            FORWARDED, EnumSet.of(FORWARDED),
            DECLINED, EnumSet.of(DECLINED),
            WITHDRAWN, EnumSet.of(WITHDRAWN)));

    /** One request: {@code kind} of command, for which appeal, with which choices, how many hours after the one before, reported how late. */
    record Step(int kind, int appeal, int choice, int hours, int late) {}

    private record Kept(AppealFact fact, Instant at) {}

    private final Map<AppealId, Appeal> appeals = new HashMap<>();
    private final Map<AppealId, List<Kept>> stories = new HashMap<>();
    private final Map<Integer, List<Integer>> numbers = new HashMap<>();

    @Property(tries = 1500)
    void neverRecordsWhatIsImpossible(@ForAll("steps") List<Step> steps) {
        appeals.clear();
        stories.clear();
        numbers.clear();
        Instant now = NINE;
        for (Step step : steps) {
            now = now.plus(Duration.ofHours(step.hours()));
            AppealId id = IDS.get(step.appeal());
            Appeal before = appeals.get(id);
            Moment moment = Lateness.moment(now, Duration.ofHours(step.late()));
            AppealCommand command = command(id, step, now);
            Decision decision = AppealDecider.decide(before, command, premises(moment, actor(command, step)));
            if (decision instanceof Decision.Accepted yes) {
                keep(id, yes, moment);
                Appeal after = Objects.requireNonNull(appeals.get(id));
                assertThat(before == null ? EnumSet.of(LODGED) : NEXT.get(before.state()))
                        .contains(after.state());
                holdsTogether(after);
                keepsTheLaw(after);
                assertThat(replayed(id)).isEqualTo(after);
            }
        }
        numbers.values()
                .forEach(drawn -> assertThat(drawn)
                        .isEqualTo(
                                IntStream.rangeClosed(1, drawn.size()).boxed().toList()));
        reachesEverything();
    }

    /** Whoever decides on a proposal is mostly not who made it. */
    private static String actor(AppealCommand command, Step step) {
        boolean decides = command instanceof ApproveAppealCorrection || command instanceof RejectAppealCorrection;
        return decides != (step.hours() % 5 == 0) ? "petro" : "anna";
    }

    private AppealPremises premises(Moment moment, String actor) {
        int year = moment.occurredAt().atZone(ZONE).getYear();
        return new AppealPremises(
                moment,
                actor,
                Registry.officeInLviv(),
                null,
                POLICIES,
                numbers.getOrDefault(year, List.of()).size() + 1,
                CODE.digest(),
                Set.of("e1"));
    }

    private void keep(AppealId id, Decision.Accepted yes, Moment moment) {
        Instant at = yes.at() == null ? moment.occurredAt() : yes.at();
        for (Fact fact : yes.facts()) {
            switch (fact) {
                case AppealFact own -> {
                    appeals.put(id, Appeal.evolve(appeals.get(id), own, at));
                    stories.computeIfAbsent(id, one -> new ArrayList<>()).add(new Kept(own, at));
                }
                case RegisterNumberDrawn drawn ->
                    numbers.computeIfAbsent(drawn.year(), year -> new ArrayList<>())
                            .add(drawn.number());
                default -> throw new AssertionError(fact);
            }
        }
    }

    private AppealCommand command(AppealId id, Step step, Instant now) {
        boolean even = step.choice() % 2 == 0;
        AppealProcedure procedure = even ? AppealProcedure.NORMAL : AppealProcedure.SIMPLE;
        LocalDate until = now.atZone(ZONE).toLocalDate().plusDays(step.choice());
        Appeal known = appeals.get(id);
        Appeal.Assignment inCharge = known == null ? null : known.assignment();
        return switch (step.kind()) {
            case 0 ->
                new LodgeAppeal(
                        id,
                        OFFICE,
                        Channel.POST,
                        null,
                        even ? AppealKind.COMPLAINT : AppealKind.PROPOSAL,
                        AppealTopic.OTHER,
                        even ? Registry.APPLICANT : null,
                        !even,
                        null);
            case 1 -> new RegisterAppeal(id, procedure);
            case 2 -> new AssignAppeal(id, even ? OLENA : PETRO, inCharge == null ? null : inCharge.staff());
            case 3 -> new ForwardAppeal(id, COUNCIL);
            case 4 -> new SendAcknowledgement(id, even);
            case 5 -> new RequestInfo(id);
            case 6 -> new ReceiveInfo(id, null);
            case 7 -> new ShortenTerm(id, until, "x");
            case 8 -> new ExtendTerm(id, until, "x", now.minus(Duration.ofHours(1)));
            case 9 -> new SendAnswer(id, even ? AnswerOutcome.SATISFIED : AnswerOutcome.REJECTED, null);
            case 10 -> new DeclineAppeal(id, even ? DeclineGround.OUT_OF_TERM : DeclineGround.ANONYMOUS, null);
            case 11 -> new WithdrawAppeal(id);
            case 12 -> new ReopenAppeal(id, procedure, "x");
            case 13 -> new LodgeHigherComplaint(id, COUNCIL);
            case 14 -> new ApproveAppealCorrection(id, waiting(known, step));
            case 15 -> new RejectAppealCorrection(id, waiting(known, step), "x");
            default -> correction(id, known, step, now);
        };
    }

    private static int waiting(@Nullable Appeal known, Step step) {
        List<Proposal> waiting = known == null ? List.of() : known.corrections().waiting();
        return waiting.isEmpty()
                ? 1 + step.choice() % 3
                : waiting.get(step.choice() % waiting.size()).number();
    }

    /** Of an answer rather what only an answer has. */
    private static AppealField field(@Nullable Appeal known, Step step) {
        boolean answered = known != null && known.state() == AppealState.ANSWERED;
        List<AppealField> fields =
                answered && step.hours() % 4 != 0 ? List.of(AppealField.ANSWERED_AT, AppealField.OUTCOME) : FIELDS;
        return fields.get(step.choice() % fields.size());
    }

    private static CorrectAppeal correction(AppealId id, @Nullable Appeal known, Step step, Instant now) {
        AppealField field = field(known, step);
        String is = switch (field) {
            case RECEIVED_AT, ANSWERED_AT ->
                now.minus(Duration.ofHours(step.choice() * 9L)).toString();
            case OUTCOME -> "EXPLAINED";
            case CHANNEL -> "ONLINE";
            case KIND -> "APPLICATION";
            case TOPIC -> "CRIME";
            case APPLICANT -> step.hours() % 2 == 0 ? "" : "s-9";
            case BENEFIT_HOLDER -> "true";
        };
        return new CorrectAppeal(id, "e1", field, known == null ? "" : known.text(field), is, "x");
    }

    /** One open round at most, the last; a round ends as its state says; no time before the start of its round. */
    private static void holdsTogether(Appeal appeal) {
        List<Round> rounds = appeal.rounds();
        assertThat(rounds)
                .extracting(Round::number)
                .isEqualTo(IntStream.rangeClosed(1, rounds.size()).boxed().toList());
        assertThat(rounds.subList(0, rounds.size() - 1))
                .allSatisfy(round ->
                        assertThat(Objects.requireNonNull(round.ending()).how()).isEqualTo(ANSWERED));
        assertThat(appeal.round().ending() == null).isEqualTo(appeal.state().isOpen());
        for (Round round : rounds) {
            round.firstResponse().ifPresent(time -> assertThat(time).isGreaterThanOrEqualTo(Duration.ZERO));
            if (round.ending() != null) {
                assertThat(round.ending().at()).isAfterOrEqualTo(round.startedAt());
                assertThat(round.ending().outcome() != null)
                        .isEqualTo(round.ending().how() == ANSWERED);
                assertThat(round.ending().ground() != null)
                        .isEqualTo(round.ending().how() == DECLINED);
                assertThat(round.ending().to() != null).isEqualTo(round.ending().how() == FORWARDED);
                if (round.ending().how() != WITHDRAWN) {
                    assertThat(round.respondedAt())
                            .isNotNull()
                            .isBeforeOrEqualTo(round.ending().at());
                }
            }
        }
        assertThat(appeal.registration() != null).isEqualTo(appeal.currentTerm() != null);
        if (appeal.state() == UNDER_REVIEW || appeal.state() == INFO_REQUESTED || appeal.state() == ANSWERED) {
            assertThat(appeal.assignment()).isNotNull();
        }
    }

    /** No term is ever longer than the rule of its round allows, and each names the version that it rests on. */
    private static void keepsTheLaw(Appeal appeal) {
        for (Round round : appeal.rounds()) {
            Term term = round.term();
            if (term == null) {
                continue;
            }
            assertThat(term.dayZero()).isEqualTo(round.startedAt().atZone(ZONE).toLocalDate());
            Due latest = POLICIES.due(KnownPolicies.APPEAL_EXTENDED, round.startedAt(), ZONE)
                    .orElseThrow();
            assertThat(term.due()).isBeforeOrEqualTo(latest.at());
            if (term.change() == Term.Change.NONE) {
                assertThat(POLICIES.deadline(POLICIES.named(term.policy()).orElseThrow(), round.startedAt(), ZONE))
                        .isEqualTo(term.due());
            }
        }
    }

    /** As a reader of the log would fold it: every fact through its stored form. */
    private Appeal replayed(AppealId id) {
        @Nullable Appeal appeal = null;
        for (Kept kept : stories.getOrDefault(id, List.of())) {
            appeal = Appeal.evolve(appeal, stored(kept.fact()), kept.at());
        }
        return Objects.requireNonNull(appeal);
    }

    private static AppealFact stored(AppealFact fact) {
        return RecordCodecs.decode(RecordCodecs.encode((Record) (Fact) fact), fact.getClass());
    }

    /** A property that never gets anywhere proves nothing. */
    private void reachesEverything() {
        appeals.values().forEach(appeal -> Statistics.label("state").collect(appeal.state()));
        stories.values()
                .forEach(story -> story.forEach(kept ->
                        Statistics.label("fact").collect(kept.fact().getClass().getSimpleName())));
        stories.values()
                .forEach(story -> story.stream()
                        .map(Kept::fact)
                        .filter(AppealCorrected.class::isInstance)
                        .forEach(fact -> Statistics.label("field").collect(((AppealCorrected) fact).field())));
        Statistics.label("state").coverage(coverage -> {
            for (AppealState state : AppealState.values()) {
                coverage.check(state).count(count -> count > 10);
            }
        });
        Statistics.label("fact").coverage(coverage -> {
            for (Class<?> fact : AppealFact.class.getPermittedSubclasses()) {
                coverage.check(fact.getSimpleName()).count(count -> count > 10);
            }
        });
        Statistics.label("field").coverage(coverage -> {
            for (AppealField field : AppealField.values()) {
                coverage.check(field).count(count -> count > 10);
            }
        });
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(4, 0),
                                Tuple.of(6, 1),
                                Tuple.of(6, 2),
                                Tuple.of(1, 3),
                                Tuple.of(2, 4),
                                Tuple.of(6, 5),
                                Tuple.of(3, 6),
                                Tuple.of(5, 7),
                                Tuple.of(5, 8),
                                Tuple.of(3, 9),
                                Tuple.of(1, 10),
                                Tuple.of(1, 11),
                                Tuple.of(3, 12),
                                Tuple.of(2, 13),
                                Tuple.of(14, 14),
                                Tuple.of(2, 15),
                                Tuple.of(16, 16)),
                        index(IDS.size()),
                        index(51),
                        index(13),
                        Arbitraries.frequency(Tuple.of(12, 0), Tuple.of(2, 5), Tuple.of(1, 200), Tuple.of(1, -1)))
                .as(Step::new)
                .list()
                .ofMinSize(50)
                .ofMaxSize(160)
                .withSizeDistribution(RandomDistribution.uniform());
    }

    private static Arbitrary<Integer> index(int size) {
        return Arbitraries.integers().between(0, size - 1).withDistribution(RandomDistribution.uniform());
    }
}
