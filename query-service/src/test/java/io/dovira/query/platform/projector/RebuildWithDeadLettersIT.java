package io.dovira.query.platform.projector;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.Fact;
import io.dovira.events.Recorded;
import io.dovira.events.appeals.AppealLodged;
import io.dovira.events.custody.HealthFact.MedicalExamined;
import io.dovira.events.visits.VisitorArrived;
import io.dovira.query.interactions.InteractionsFolds;
import io.dovira.query.live.LiveFolds;
import io.dovira.query.metrics.MetricsFolds;
import io.dovira.query.obligations.ObligationsFolds;
import io.dovira.query.platform.Build;
import io.dovira.query.platform.Fold;
import io.dovira.query.platform.projector.Builds.Phase;
import io.dovira.query.platform.projector.Builds.What;
import io.dovira.query.platform.projector.Comparison.Outcome;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts that could not be taken: by what is shown, by what is being made, by both. */
class RebuildWithDeadLettersIT extends RebuildCase {

    /** Every twentieth arrival and appeal; what happens to that visitor or applicant later waits behind it. */
    private Set<Long> poison() {
        return Stream.of(VisitorArrived.class, AppealLodged.class)
                .flatMap(this::everyTwentieth)
                .collect(Collectors.toSet());
    }

    private Stream<Long> everyTwentieth(Class<? extends Fact> type) {
        long[] first = IntStream.range(0, FACTS)
                .filter(i -> type.isInstance(story.get(i).fact()))
                .mapToLong(i -> i + 1)
                .toArray();
        return IntStream.range(0, first.length).filter(i -> i % 20 == 7).mapToObj(i -> first[i]);
    }

    private Poisonable faulty() {
        return new Poisonable(MetricsFolds.fold(), poison());
    }

    private Comparison held(Service service) {
        soon().until(() -> there(service.builds().builds().rebuild()).phase() == Phase.HELD);
        return there(there(service.builds().builds().rebuild()).comparison());
    }

    @Test
    void isHeldWhereOnlyWhatIsShownHasLetters() {
        append(0, FACTS);
        Service faulty = service(faulty());
        soon().until(() -> faulty.position() == FACTS);
        int letters = faulty.builds().letters().size();
        assertThat(letters).isGreaterThan(poison().size());
        faulty.close();
        Service mended = service(MetricsFolds.fold());

        mended.builds().ask("olena");
        Comparison found = held(mended);
        assertThat(found.outcome()).isEqualTo(Outcome.DIFFERENT);
        assertThat(found.shownDeadLetters()).isEqualTo(letters);
        assertThat(found.newDeadLetters()).isZero();
        assertThat(mended.builds().shown().number()).isEqualTo(1);

        // The new one has taken them where they stand in the log, which is better than to take them now.
        mended.builds().take("petro");
        soon().until(() -> mended.builds().shown().number() == 2);
        assertThat(mended.builds().letters()).isEmpty();
    }

    @SuppressWarnings("unused") // Source of the parameters.
    private static final List<Fold> FOLDS =
            List.of(InteractionsFolds.fold(), LiveFolds.fold(), MetricsFolds.fold(), ObligationsFolds.fold());

    /** Of what was taken late nothing but the mark tells: it is judged by the targets and rules of its time, which are others by now. */
    @ParameterizedTest
    @FieldSource("FOLDS")
    void isShownWhereTheLettersOfWhatIsShownWereTakenSince(Fold theFold) {
        append(0, FACTS);
        Poisonable fold = new Poisonable(theFold, poison());
        Service service = service(fold);
        soon().until(() -> service.position() == FACTS);
        int letters = service.builds().letters().size();
        fold.mend();
        assertThat(service.builds().retry(null).join()).isEqualTo(letters);

        service.builds().ask("olena");
        soon().until(() -> service.builds().shown().number() == 2);

        Comparison found = there(service.builds().builds().deeds().getFirst().comparison());
        assertThat(found.outcome()).as("%s", found.first()).isEqualTo(Outcome.SAME);
        assertThat(found.restamped()).as("taken later").isPositive();
        assertThat(found.same() + found.restamped()).isEqualTo(found.documents());
        assertThat(found.shownDeadLetters()).isZero();
    }

    /** Who records breaches reads the log, where nothing waits. */
    @Test
    void keepsABreachThatWasRecordedWhileItsSubjectWaited() {
        List<Recorded<?>> tale = ObligationsFolds.missedDuty();
        long examined = tale.stream()
                .filter(recorded -> recorded.fact() instanceof MedicalExamined)
                .findFirst()
                .orElseThrow()
                .position();
        append(tale, 0, tale.size());
        Poisonable fold = new Poisonable(ObligationsFolds.fold(), Set.of(examined));
        Service service = service(fold);
        soon().until(() -> service.position() == tale.size());
        assertThat(service.builds().letters())
                .extracting(DeadLetters.Letter::position)
                .containsExactly(examined, examined + 1, examined + 2);
        fold.mend();
        assertThat(service.builds().retry(null).join()).isEqualTo(3);

        service.builds().ask("olena");
        soon().until(() -> service.builds().shown().number() == 2);

        Comparison found = there(service.builds().builds().deeds().getFirst().comparison());
        assertThat(found.outcome()).as("%s", found.first()).isEqualTo(Outcome.SAME);
        assertThat(texts(bytes(service.builds().shown())))
                .anySatisfy((key, document) -> assertThat(key + document).contains("list/", "\"breached\": true"));
    }

    @Test
    void isHeldWhereOnlyTheNewOneHasLetters() {
        append(0, FACTS);
        Service good = service(MetricsFolds.fold());
        soon().until(() -> good.position() == FACTS);
        var right = bytes(good.builds().shown());
        good.close();
        Service faulty = service(faulty());

        faulty.builds().ask("olena");
        Comparison found = held(faulty);

        assertThat(found.outcome()).isEqualTo(Outcome.DIFFERENT);
        assertThat(found.newDeadLetters()).isGreaterThan(poison().size());
        assertThat(found.shownDeadLetters()).isZero();
        assertThat(faulty.builds().letters()).as("of what is shown").isEmpty();
        assertThat(bytes(faulty.builds().shown())).isEqualTo(right);
        faulty.builds().cancel("olena");
        soon().until(() -> faulty.builds().builds().discarded().isEmpty());
        assertThat(views.getCollection("dead_letters").countDocuments())
                .as("left of it")
                .isZero();
    }

    /** It is meant to differ, but not to lose what visitors did. */
    @Test
    void isHeldWhereANewVersionCannotTakeWhatTheOldOneTook() {
        append(0, FACTS);
        Set<Long> poison = poison();
        Service old = service(new Poisonable(MetricsFolds.fold(), poison));
        soon().until(() -> old.position() == FACTS);
        Build before = old.builds().shown();
        int letters = old.builds().letters().size();
        old.close();
        // As many letters, of other facts: what was mended does not make up for what is lost.
        long mended = poison.stream().min(Long::compare).orElseThrow();
        long taken = LongStream.rangeClosed(1, FACTS)
                .filter(position -> story.get((int) position - 1).fact() instanceof VisitorArrived)
                .filter(position -> !poison.contains(position))
                .findFirst()
                .orElseThrow();
        Set<Long> other = Stream.concat(poison.stream().filter(position -> position != mended), Stream.of(taken))
                .collect(Collectors.toSet());

        Service next = service(new NextVersion(new Poisonable(MetricsFolds.fold(), other)));
        Comparison found = held(next);

        assertThat(found.outcome()).isEqualTo(Outcome.TAKES_LESS);
        assertThat(found.shownDeadLetters()).isEqualTo(letters);
        assertThat(next.builds().shown()).isEqualTo(before);
        next.builds().take("petro");
        soon().until(() -> next.builds().shown().version() > before.version());
    }

    @Test
    void isShownWhereANewVersionHasTheLettersOfTheOldOne() {
        append(0, FACTS);
        Service old = service(faulty());
        soon().until(() -> old.position() == FACTS);
        Build before = old.builds().shown();
        old.close();

        Service next = service(new NextVersion(faulty()));
        soon().until(() -> next.builds().shown().version() > before.version());

        Comparison found = there(next.builds().builds().deeds().getFirst().comparison());
        assertThat(found.outcome()).isEqualTo(Outcome.NEW_DEFINITION);
        assertThat(found.newDeadLetters()).isEqualTo(found.shownDeadLetters()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "dead letters", "visits", "position", "compared"})
    void isShownWithItsLettersWhereBothHaveTheSame(String diesAfter) {
        append(0, FACTS);
        Poisonable fold = faulty();
        Service service = service(fold, held(diesAfter, 1));
        soon().until(() -> service.position() == FACTS);
        var before = service.builds().letters();

        service.builds().ask("olena");
        soon().until(() -> service.builds().shown().number() == 2);

        assertThat(there(service.builds().builds().deeds().getFirst().comparison())
                        .outcome())
                .isEqualTo(Outcome.SAME);
        assertThat(service.builds().letters())
                .extracting(DeadLetters.Letter::position)
                .isEqualTo(before.stream().map(DeadLetters.Letter::position).toList());
        fold.mend();
        assertThat(service.builds().retry(null).join()).isEqualTo(before.size());
        assertThat(service.builds().letters()).isEmpty();
        assertThat(service.builds().builds().deeds().stream().map(Builds.Deed::what))
                .containsExactly(What.SWITCHED, What.ASKED);
    }
}
