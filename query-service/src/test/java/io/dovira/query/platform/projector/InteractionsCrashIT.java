package io.dovira.query.platform.projector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dovira.eventstore.log.StoredEvent;
import io.dovira.query.interactions.InteractionsFolds;
import io.dovira.query.story.RandomStory;
import io.dovira.query.story.StoredStory;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index of interactions has the same bytes whatever happens to the process that writes it. */
class InteractionsCrashIT {
    private static final List<StoredEvent> LOG = StoredStory.of(RandomStory.of(41, 700));
    private static final SortedMap<String, String> UNDISTURBED = undisturbed();

    private static SortedMap<String, String> undisturbed() {
        Rig rig = new Rig(InteractionsFolds.fold(), LOG);
        rig.runUndisturbed(150);
        return rig.bytes();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 13, 1000})
    void doesNotDependOnHowTheLogIsCutIntoBatches(int batch) {
        Rig rig = new Rig(InteractionsFolds.fold(), LOG);

        rig.runUndisturbed(batch);

        assertSame(rig);
        assertThat(UNDISTURBED).hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"index", "offices", "position"})
    void survivesADeathAfterEachStep(String step) {
        Rig rig = new Rig(InteractionsFolds.fold(), LOG);
        int[] batches = {0};

        assertThatThrownBy(() -> rig.run(110, done -> {
                    if (done.equals(step) && ++batches[0] == 3) {
                        throw new Rig.Crash(done);
                    }
                }))
                .isInstanceOf(Rig.Crash.class);
        rig.runUndisturbed(70);

        assertSame(rig);
    }

    @Test
    void changesNothingWhenEverythingComesAgain() {
        Rig rig = new Rig(InteractionsFolds.fold(), LOG);
        rig.runUndisturbed(100);

        new Claim(rig.storage().tokens("only", Duration.ofSeconds(10)), InteractionsFolds.fold()).store(0);
        rig.runUndisturbed(130);

        assertSame(rig);
    }

    private static void assertSame(Rig rig) {
        assertThat(rig.letters().all()).isEmpty();
        assertThat(Rig.differences(rig.bytes(), UNDISTURBED)).isEmpty();
    }
}
