package io.dovira.query.platform.projector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.dovira.events.Recorded;
import io.dovira.query.appeals.AppealsFolds;
import io.dovira.query.community.CommunityFolds;
import io.dovira.query.custody.CustodyFolds;
import io.dovira.query.estimates.EstimatesFolds;
import io.dovira.query.feedback.FeedbackFolds;
import io.dovira.query.footage.FootageFolds;
import io.dovira.query.interactions.InteractionsFolds;
import io.dovira.query.live.LiveFolds;
import io.dovira.query.metrics.MetricsFolds;
import io.dovira.query.obligations.ObligationsFolds;
import io.dovira.query.platform.Build;
import io.dovira.query.platform.Fold;
import io.dovira.query.platform.projector.Builds.NotNow;
import io.dovira.query.platform.projector.Builds.Phase;
import io.dovira.query.platform.projector.Builds.What;
import io.dovira.query.platform.projector.Comparison.Difference;
import io.dovira.query.platform.projector.Comparison.Outcome;
import io.dovira.query.story.RandomStory;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Builds beside each other over a real log, in services that know of each other only what is stored. */
class RebuildIT extends RebuildCase {

    @SuppressWarnings("unused") // Source of the parameters.
    private static final List<Fold> FOLDS = List.of(
            AppealsFolds.fold(),
            CommunityFolds.fold(),
            CustodyFolds.fold(),
            EstimatesFolds.fold(),
            FeedbackFolds.fold(),
            FootageFolds.fold(),
            InteractionsFolds.fold(),
            LiveFolds.fold(),
            MetricsFolds.fold(),
            ObligationsFolds.fold());

    @ParameterizedTest
    @FieldSource("FOLDS")
    void isShownOnceEveryDocumentHasTheSameBytes(Fold fold) {
        append(0, 500);
        Service service = service(fold);
        Build before = service.builds().shown();
        soon().until(() -> service.position() == 500);

        service.builds().ask("olena");

        soon().until(() -> service.builds().shown().number() == 2);
        Builds builds = service.builds().builds();
        assertThat(builds.live().name()).isEqualTo(fold.name() + "_v" + fold.version() + "b2");
        assertThat(builds.kept()).isEqualTo(before);
        assertThat(builds.rebuild()).isNull();
        assertThat(bytes(builds.live())).hasSizeGreaterThan(5).isEqualTo(bytes(before));
        Builds.Deed switched = builds.deeds().getFirst();
        assertThat(switched.what()).isEqualTo(What.SWITCHED);
        assertThat(switched.by()).isEqualTo("olena");
        Comparison found = there(switched.comparison());
        assertThat(found.outcome()).isEqualTo(Outcome.SAME);
        assertThat(found.same())
                .isEqualTo(found.documents())
                .isEqualTo(bytes(before).size());
        assertThat(found.newDigest()).isEqualTo(found.shownDigest());
        append(500, FACTS);
        soon().until(() -> service.position() == FACTS && service.builds().position(before) == FACTS);
        assertThat(bytes(builds.live())).as("both follow on").isEqualTo(bytes(before));
    }

    @ParameterizedTest
    @ValueSource(longs = {71, 72, 73})
    void isTheSameForAnyHistoryWhileFactsGoOnToArrive(long seed) {
        List<Recorded<?>> random = RandomStory.of(seed, 900);
        append(random, 0, 300);
        Service service = service(LiveFolds.fold());
        soon().until(() -> service.position() == 300);
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> append(random, 300, 900));

        for (int number = 2; number <= 4; number++) {
            service.builds().ask("olena");
            int wanted = number;
            soon().until(() -> service.builds().shown().number() == wanted);
        }
        writing.join();

        soon().until(() -> service.position() == 900);
        Builds builds = service.builds().builds();
        soon().until(() -> service.builds().position(there(builds.kept())) == 900);
        assertThat(bytes(builds.live())).as("seed %d", seed).isEqualTo(bytes(there(builds.kept())));
        assertThat(builds.deeds().stream()
                        .filter(deed -> deed.what() == What.SWITCHED)
                        .map(deed -> there(deed.comparison()).outcome()))
                .containsExactly(Outcome.SAME, Outcome.SAME, Outcome.SAME);
        assertThat(service.told()).as("nobody sees a position fall").isSorted();
    }

    @Test
    void tellsNobodyOfWhatItFillsUntilItIsShown() {
        append(0, 500);
        Set<String> atRest = ConcurrentHashMap.newKeySet();
        Service service = service(MetricsFolds.fold(), atRest::add);
        soon().until(() -> service.position() == 500);
        int told = service.told().size();

        service.builds().ask("olena");
        soon().until(() -> service.builds().shown().number() == 2);

        assertThat(service.told().subList(told, service.told().size())).containsOnly(500L);
    }

    /** The projector begins again from what is stored, as another process would. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "claim",
                "cells",
                "visits",
                "cases",
                "offices",
                "position",
                "comparing",
                "indexes",
                "compared",
                "decided"
            })
    void goesOnWhereItWasWhenItDiesAfterAStep(String step) {
        append(0, FACTS);
        Service quiet = service(MetricsFolds.fold());
        soon().until(() -> quiet.position() == FACTS);
        quiet.close();
        int[] died = {0};
        Service service = service(MetricsFolds.fold(), done -> {
            if (done.equals(step) && Thread.currentThread().getName().endsWith("b2") && died[0]++ == 0) {
                throw new Rig.Crash(done);
            }
        });
        service.builds().ask("olena");

        soon().until(() -> service.builds().shown().number() == 2);

        assertThat(died[0]).isPositive();
        Builds builds = service.builds().builds();
        assertThat(bytes(builds.live())).isEqualTo(bytes(there(builds.kept())));
    }

    @Test
    void isFinishedByAnotherServiceWhenTheFirstStopsInTheMiddle() {
        append(0, FACTS);
        Service first = service(MetricsFolds.fold(), held("position", 3));
        soon().until(() -> first.position() == FACTS);
        first.builds().ask("olena");
        Build build = there(first.builds().builds().rebuild()).build();
        soon().until(() -> first.builds().position(build) > 0);
        Service second = service(MetricsFolds.fold());
        soon().until(() -> second.builds().builds().rebuild() != null);
        first.close();

        soon().until(() -> second.builds().shown().equals(build));

        Builds builds = second.builds().builds();
        assertThat(bytes(builds.live())).isEqualTo(bytes(there(builds.kept())));
        assertThat(there(builds.deeds().getFirst().comparison()).outcome()).isEqualTo(Outcome.SAME);
    }

    @Test
    void isShownByEveryServiceAndFilledByOne() {
        append(0, FACTS);
        Service first = service(MetricsFolds.fold());
        Service second = service(MetricsFolds.fold());
        soon().until(() -> first.position() == FACTS && second.position() == FACTS);

        second.builds().ask("olena");
        assertThatThrownBy(() -> first.builds().ask("petro"))
                .isInstanceOf(NotNow.class)
                .hasMessageContaining(metrics(2).name());

        soon().until(() ->
                first.builds().shown().number() == 2 && second.builds().shown().number() == 2);
        assertThat(first.builds().builds().deeds().stream().map(Builds.Deed::what))
                .containsExactly(What.SWITCHED, What.ASKED);
    }

    @Test
    void isHeldWhereItDiffersUntilSomebodyTakesIt() {
        append(0, FACTS);
        Service service = service(MetricsFolds.fold());
        soon().until(() -> service.position() == FACTS);
        SortedMap<String, RawBsonDocument> right = bytes(service.builds().shown());
        // Somebody has meddled with what is shown.
        Build damaged = service.builds().shown();
        List<String> visits = keys(damaged, "visits");
        var stored = views.getCollection(damaged.collection("visits"));
        stored.updateOne(Filters.eq("_id", visits.get(3)), Updates.set("timeZone", "Europe/Paris"));
        stored.deleteOne(Filters.eq("_id", visits.get(5)));
        stored.insertOne(new Document("_id", "zzz").append("pos", 4L));

        service.builds().ask("olena");
        soon().until(() -> there(service.builds().builds().rebuild()).phase() == Phase.HELD);

        Comparison found = there(there(service.builds().builds().rebuild()).comparison());
        assertThat(found.outcome()).isEqualTo(Outcome.DIFFERENT);
        assertThat(found.first())
                .containsExactly(
                        new Difference("visits", visits.get(3), Comparison.What.CHANGED),
                        new Difference("visits", visits.get(5), Comparison.What.ONLY_NEW),
                        new Difference("visits", "zzz", Comparison.What.ONLY_SHOWN));
        assertThat(found.same()).isEqualTo(right.size() - 2);
        assertThat(found.newDigest()).isNotEqualTo(found.shownDigest());
        assertThat(service.builds().shown()).isEqualTo(damaged);

        service.builds().take("petro");
        soon().until(() -> service.builds().shown().number() == 2);

        assertThat(texts(bytes(service.builds().shown()))).isEqualTo(texts(right));
        assertThat(service.builds().builds().deeds().getFirst().by()).isEqualTo("petro");
        assertThat(service.builds().builds().deeds().stream().map(Builds.Deed::what))
                .containsExactly(What.SWITCHED, What.HELD, What.ASKED);
    }

    @Test
    void goesBackToTheBuildBeforeOnceThatHasCaughtUp() {
        append(0, 400);
        Service service = service(MetricsFolds.fold());
        soon().until(() -> service.position() == 400);
        Build first = service.builds().shown();
        service.builds().ask("olena");
        soon().until(() -> service.builds().shown().number() == 2);
        append(400, FACTS);
        soon().until(() -> service.position() == FACTS);

        service.builds().goBack("petro");

        soon().until(() -> service.builds().shown().equals(first));
        Builds builds = service.builds().builds();
        assertThat(service.position()).isEqualTo(FACTS);
        assertThat(there(builds.kept()).number()).isEqualTo(2);
        assertThat(bytes(first)).isEqualTo(bytes(there(builds.kept())));
        assertThat(builds.deeds().getFirst().what()).isEqualTo(What.WENT_BACK);
        assertThat(service.told()).isSorted();
    }

    @Test
    void leavesNothingBehindWhenItIsCancelledOrDiscarded() {
        append(0, 400);
        Service service = service(MetricsFolds.fold(), held("position", 2));
        soon().until(() -> service.position() == 400);
        service.builds().ask("olena");
        soon().until(() -> service.builds().position(metrics(2)) > 0);

        service.builds().cancel("olena");
        service.builds().ask("olena");
        soon().until(() -> service.builds().shown().number() == 3);
        service.builds().discardKept("olena");

        soon().until(() -> service.builds().builds().discarded().isEmpty());
        assertThat(views.listCollectionNames())
                .filteredOn(name -> name.startsWith(metrics(1).name()))
                .allMatch(name -> name.startsWith(metrics(3).collection("")));
        assertThat(views.getCollection("tokens").distinct("processorName", String.class))
                .containsExactly(metrics(3).name());
        assertThat(service.position()).isEqualTo(400);
    }

    @Test
    void buildsANewVersionBesideTheOldOneAndShowsItByItself() {
        append(0, FACTS);
        Service old = service(MetricsFolds.fold());
        soon().until(() -> old.position() == FACTS);
        old.close();
        Build before = metrics(1);

        Service next = service(new NextVersion(MetricsFolds.fold()), held("position", 3));
        assertThat(next.builds().shown())
                .as("what there is, until the new one is ready")
                .isEqualTo(before);
        assertThat(next.position()).isEqualTo(FACTS);

        soon().until(() -> next.builds().shown().equals(new Build("metrics", before.version() + 1, 2)));
        Builds builds = next.builds().builds();
        Comparison found = there(builds.deeds().getFirst().comparison());
        assertThat(found.outcome()).isEqualTo(Outcome.NEW_DEFINITION);
        assertThat(found.changed()).isPositive();
        assertThat(found.onlyNew() + found.onlyShown()).isZero();
        assertThat(builds.deeds().getFirst().by()).isEqualTo("system");
        assertThat(builds.kept()).isEqualTo(before);
        assertThatThrownBy(() -> next.builds().goBack("olena")).hasMessageContaining("start the release before");
        Service again = service(MetricsFolds.fold());
        assertThat(again.builds().shown())
                .as("the release before shows its own")
                .isEqualTo(before);
    }

    @Test
    void isComparedAgainWhenTooMuchWasChangedMeanwhile() {
        append(0, FACTS);
        int[] left = {2};
        Service service = service(MetricsFolds.fold(), step -> {
            if (step.equals("compared") && left[0]-- > 0) {
                throw new Comparing.TooMuchMoved(7);
            }
        });
        soon().until(() -> service.position() == FACTS);

        service.builds().ask("olena");

        soon().until(() -> service.builds().shown().number() == 2);
        assertThat(left[0]).isNegative();
        assertThat(there(service.builds().builds().deeds().getFirst().comparison())
                        .outcome())
                .isEqualTo(Outcome.SAME);
    }

    @Test
    void isHeldWhileWhatIsShownStandsStillAndIsNothingToBeComparedWith() {
        append(0, 500);
        AtomicBoolean stuck = new AtomicBoolean();
        Service service = service(MetricsFolds.fold(), step -> {
            if (stuck.get()
                    && step.equals("claim")
                    && !Thread.currentThread().getName().endsWith("b2")) {
                throw new Rig.Crash(step);
            }
        });
        soon().until(() -> service.position() == 500);
        stuck.set(true);
        append(500, FACTS);

        service.builds().ask("olena");
        soon().until(() -> there(service.builds().builds().rebuild()).phase() == Phase.HELD);

        Comparison found = there(there(service.builds().builds().rebuild()).comparison());
        assertThat(found.outcome()).isEqualTo(Outcome.SHOWN_STANDS_STILL);
        assertThat(found.newer())
                .as("documents that nothing shown can tell about")
                .isPositive();
        assertThat(found.changed() + found.onlyNew() + found.onlyShown()).isZero();
        assertThat(service.position()).isEqualTo(500);

        service.builds().take("petro");
        soon().until(() -> service.builds().shown().number() == 2);

        assertThat(service.position()).isEqualTo(FACTS);
        stuck.set(false);
        Builds builds = service.builds().builds();
        soon().until(() -> service.builds().position(there(builds.kept())) == FACTS);
        assertThat(bytes(builds.live())).isEqualTo(bytes(there(builds.kept())));
    }

    private static Build metrics(int number) {
        Fold fold = MetricsFolds.fold();
        return new Build(fold.name(), fold.version(), number);
    }
}
