package io.dovira.query.platform.projector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dovira.eventstore.log.StoredEvent;
import io.dovira.query.metrics.MetricsFolds;
import io.dovira.query.story.RandomStory;
import io.dovira.query.story.StoredStory;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectionCrashIT {

    private static final List<StoredEvent> LOG = StoredStory.of(RandomStory.of(7, 900));
    private static final SortedMap<String, String> UNDISTURBED = undisturbed();

    private static SortedMap<String, String> undisturbed() {
        Rig rig = new Rig(MetricsFolds.fold(), LOG);
        rig.runUndisturbed(200);
        return rig.bytes();
    }

    private static void assertUndisturbed(Rig rig) {
        assertThat(rig.letters().all()).isEmpty();
        assertThat(Rig.differences(rig.bytes(), UNDISTURBED)).isEmpty();
    }

    /** Fact by fact, which takes long, over the beginning of the log; {@link FoldsCrashIT} cuts all of one for every fold. */
    @Test
    void writesTheSameBytesFactByFactAsAtOnce() {
        Rig single = new Rig(MetricsFolds.fold(), LOG.subList(0, 300));
        single.runUndisturbed(1);
        Rig whole = new Rig(MetricsFolds.fold(), LOG.subList(0, 300));
        whole.runUndisturbed(300);

        assertThat(Rig.differences(single.bytes(), whole.bytes())).isEmpty();
        assertThat(whole.bytes()).hasSizeGreaterThan(60);
        assertThat(UNDISTURBED).hasSizeGreaterThan(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cells", "cases", "visits", "offices", "position"})
    void losesAndRepeatsNothingWhenItDiesAfterAStep(String step) {
        Rig rig = new Rig(MetricsFolds.fold(), LOG);
        int[] died = {0};

        // Dies at the third batch after this step, then goes on with batches of another size.
        assertThatThrownBy(() -> rig.run(250, done -> {
                    if (done.equals(step) && ++died[0] == 3) {
                        throw new Rig.Crash(done);
                    }
                }))
                .isInstanceOf(Rig.Crash.class);
        rig.runUndisturbed(90);

        assertUndisturbed(rig);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void losesAndRepeatsNothingWhenItDiesAgainAndAgain(long seed) {
        Random random = new Random(seed);
        Rig rig = new Rig(MetricsFolds.fold(), LOG);
        int deaths = 0;
        for (boolean ended = false; !ended; ) {
            try {
                rig.run(1 + random.nextInt(120), done -> {
                    if (random.nextInt(6) == 0) {
                        throw new Rig.Crash(done);
                    }
                });
                ended = true;
            } catch (Rig.Crash e) {
                deaths++;
            }
        }

        assertThat(deaths).as("deaths, seed %d", seed).isGreaterThan(5);
        assertUndisturbed(rig);
    }

    @Test
    void changesNothingWhenEverythingComesAgain() {
        Rig rig = new Rig(MetricsFolds.fold(), LOG);
        rig.runUndisturbed(100);

        new Claim(rig.storage().tokens("only", Duration.ofSeconds(10)), rig.build()).store(0);
        rig.runUndisturbed(130);

        assertUndisturbed(rig);
    }

    @Test
    void keepsWhatASuccessorWroteWhenTheOldOwnerWritesLate() {
        Rig rig = new Rig(MetricsFolds.fold(), LOG);
        Projection old = rig.open(StoredDocuments.Steps.NONE);
        rig.take(old, 300);

        // The old one is paused between its documents and its position; the new one takes over from there and runs to
        // the end.
        Projection paused = rig.open(done -> {
            if (done.equals("cells")) {
                rig.runUndisturbed(100);
            }
        });
        rig.take(paused, 200);

        assertUndisturbed(rig);
    }
}
