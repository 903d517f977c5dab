package io.dovira.query.platform.projector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dovira.eventstore.log.StoredEvent;
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
import io.dovira.query.platform.Fold;
import io.dovira.query.story.RandomStory;
import io.dovira.query.story.StoredStory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every fold promises: its documents have the same bytes whatever happens to the process that writes them. */
class FoldsCrashIT {

    private static final List<StoredEvent> LOG = StoredStory.of(RandomStory.ofEveryFeature(41, 400));

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

    private static final Map<String, SortedMap<String, String>> UNDISTURBED = new ConcurrentHashMap<>();

    @ParameterizedTest
    @FieldSource("FOLDS")
    void doNotDependOnHowTheLogIsCutIntoBatches(Fold fold) {
        Random random = new Random(43);
        // Batches of one and of a few, by turns; then everything at once. Each batch costs a dozen round trips, so not
        // all are of one.
        for (IntSupplier batch : List.<IntSupplier>of(() -> 1 << random.nextInt(5), LOG::size)) {
            Rig rig = new Rig(fold, LOG);

            rig.runUndisturbed(batch);

            assertSame(rig, fold);
        }
    }

    /** Every step that the fold has, with a death at its third batch (or its last, if it has fewer), then batches of another size. */
    @ParameterizedTest
    @MethodSource("steps")
    void surviveADeathAfterEachStep(Fold fold, String step, int deadly) {
        Rig rig = new Rig(fold, LOG);
        int[] batches = {0};

        assertThatThrownBy(() -> rig.run(110, done -> {
                    if (done.equals(step) && ++batches[0] == deadly) {
                        throw new Rig.Crash(done);
                    }
                }))
                .isInstanceOf(Rig.Crash.class);
        rig.runUndisturbed(70);

        assertSame(rig, fold);
    }

    static Stream<Arguments> steps() {
        List<Arguments> all = new ArrayList<>();
        for (Fold fold : FOLDS) {
            Map<String, Integer> steps = new LinkedHashMap<>();
            new Rig(fold, LOG).run(110, step -> steps.merge(step, 1, Integer::sum));
            assertThat(steps).as(fold.name()).hasSizeGreaterThanOrEqualTo(4);
            steps.forEach((step, times) -> all.add(Arguments.of(fold, step, Math.min(3, times))));
        }
        return all.stream();
    }

    @ParameterizedTest
    @FieldSource("FOLDS")
    void changeNothingWhenEverythingComesAgain(Fold fold) {
        Rig rig = new Rig(fold, LOG);
        rig.runUndisturbed(100);

        new Claim(rig.storage().tokens("only", Duration.ofSeconds(10)), rig.build()).store(0);
        rig.runUndisturbed(130);

        assertSame(rig, fold);
    }

    private static void assertSame(Rig rig, Fold fold) {
        SortedMap<String, String> undisturbed = UNDISTURBED.computeIfAbsent(fold.name(), name -> {
            Rig quiet = new Rig(fold, LOG);
            quiet.runUndisturbed(150);
            return quiet.bytes();
        });
        assertThat(undisturbed).hasSizeGreaterThan(10);
        assertThat(rig.letters().all()).isEmpty();
        assertThat(Rig.differences(rig.bytes(), undisturbed)).isEmpty();
    }
}
