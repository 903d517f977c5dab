package io.dovira.query.platform.projector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dovira.eventstore.log.StoredEvent;
import io.dovira.query.metrics.MetricsFolds;
import io.dovira.query.platform.projector.StoredDocuments.Steps;
import io.dovira.query.story.RandomStory;
import io.dovira.query.story.StoredStory;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An owner that was held up for so long that another took over, and that goes on as if nothing had happened. */
class LostClaimIT {

    private static final List<StoredEvent> LOG = StoredStory.of(RandomStory.of(23, 600));
    private static final int HALF = 200;
    private static final int BATCH = 150;

    /** Takes the claim from an owner that is alive. */
    private static final Duration IMPATIENT = Duration.ofMillis(1);

    /** The first call of a visitor that others of the same visit follow. */
    private static final long POISON = poison();

    private final Poisonable fold = new Poisonable(MetricsFolds.fold(), Set.of(POISON));
    private final Rig rig = new Rig(fold, LOG);

    private static long poison() {
        return LOG.stream()
                .filter(event -> event.position() > HALF && event.type().equals("visit.visitor-called"))
                .filter(event -> LOG.stream()
                        .anyMatch(later -> later.stream().equals(event.stream())
                                && later.position() > event.position()
                                && later.position() < HALF + BATCH))
                .findFirst()
                .orElseThrow()
                .position();
    }

    /** The documents when nobody is held up: everything taken, then the fault mended and the letters retried. */
    private static SortedMap<String, String> undisturbed() {
        Poisonable fold = new Poisonable(MetricsFolds.fold(), Set.of(POISON));
        Rig rig = new Rig(fold, LOG);
        Projection projection = rig.open(Steps.NONE);
        finish(rig, projection);
        fold.mend();
        assertThat(retryAll(rig, projection)).isGreaterThan(1);
        return rig.bytes();
    }

    @Test
    void writesNothingOfWhatItReadsAfterwards() {
        Projection old = rig.open(Steps.NONE, "old");
        rig.take(old, HALF);
        successor();
        SortedMap<String, String> before = rig.bytes();

        assertThatThrownBy(() -> rig.take(old, BATCH)).isInstanceOf(UnableToClaimTokenException.class);

        assertThat(Rig.differences(rig.bytes(), before)).isEmpty();
        assertThat(rig.letters().all()).isEmpty();
    }

    @Test
    void beginsNoRetryAfterwards() {
        Projection old = rig.open(Steps.NONE, "old");
        finish(rig, old);
        Projection next = successor();
        fold.mend();

        assertThatThrownBy(() -> retryAll(rig, old)).isInstanceOf(UnableToClaimTokenException.class);
        assertThat(rig.letters().all()).hasSizeGreaterThan(1);
        assertThat(retryAll(rig, next)).isGreaterThan(1);

        // The new one numbers its retries after those that the old one has only announced.
        assertThat(rig.letters().all()).isEmpty();
        assertThat(Rig.differences(unnumbered(rig.bytes()), unnumbered(undisturbed())))
                .isEmpty();
    }

    /** The journal of the old one names a position that the new one has left behind. */
    @Test
    void leavesAJournalThatMakesNobodyDropTheLetters() {
        Projection old = rig.open(Steps.NONE, "old");
        while (old.position() < HALF + BATCH) {
            rig.take(old, BATCH);
        }
        Projection next = successor();
        assertThatThrownBy(() -> retryAll(rig, old)).isInstanceOf(UnableToClaimTokenException.class);
        finish(rig, next);
        int waiting = rig.letters().all().size();

        fold.mend();
        Projection third = rig.open(Steps.NONE, "third", IMPATIENT);
        assertThat(rig.letters().all()).hasSize(waiting);
        retryAll(rig, third);

        assertUndisturbed();
    }

    /** Held up in the middle of a batch; meanwhile the successor runs to the end, and retries what the batch could not take. */
    @ParameterizedTest
    @ValueSource(strings = {"claim", "dead letters", "cells", "visits"})
    void undoesNothingWhenItWritesTheRestOfItsBatch(String step) {
        rig.take(rig.open(Steps.NONE, "old"), HALF);
        AtomicBoolean once = new AtomicBoolean();
        Projection old = rig.open(
                done -> {
                    if (done.equals(step) && once.compareAndSet(false, true)) {
                        Projection next = successor();
                        finish(rig, next);
                        fold.mend();
                        assertThat(retryAll(rig, next)).isGreaterThan(1);
                    }
                },
                "old");

        assertThatThrownBy(() -> rig.take(old, BATCH)).isInstanceOf(UnableToClaimTokenException.class);

        rig.open(Steps.NONE, "third", IMPATIENT);
        assertUndisturbed();
    }

    /** The successor has read documents before the old one writes them, and finds others that it reads afterwards ahead. */
    @ParameterizedTest
    @ValueSource(strings = {"claim", "dead letters", "cells"})
    void losesNothingOfTheSuccessorThatIsInTheMiddleOfTheSameFacts(String step) {
        rig.take(rig.open(Steps.NONE, "old"), HALF);
        AtomicBoolean once = new AtomicBoolean();
        Projection[] next = new Projection[1];
        Projection old = rig.open(
                done -> {
                    if (done.equals(step) && once.compareAndSet(false, true)) {
                        next[0] = successor();
                        rig.take(next[0], BATCH / 2);
                    }
                },
                "old");

        assertThatThrownBy(() -> rig.take(old, BATCH)).isInstanceOf(UnableToClaimTokenException.class);
        finish(rig, next[0]);
        fold.mend();
        retryAll(rig, next[0]);

        assertUndisturbed();
    }

    /** Held up in the middle of a retry; the successor finds it in the journal, finishes it and goes on. */
    @ParameterizedTest
    @ValueSource(strings = {"claim", "cells", "visits", "letters settled"})
    void repeatsNothingWhenItGoesOnWithARetry(String step) {
        Projection first = rig.open(Steps.NONE, "old");
        finish(rig, first);
        fold.mend();
        AtomicBoolean once = new AtomicBoolean();
        Projection old = rig.open(
                done -> {
                    if (done.equals(step) && once.compareAndSet(false, true)) {
                        successor();
                    }
                },
                "old");

        retryAll(rig, old);

        rig.open(Steps.NONE, "third", IMPATIENT);
        assertUndisturbed();
    }

    private Projection successor() {
        return rig.open(Steps.NONE, "new", IMPATIENT);
    }

    private void assertUndisturbed() {
        assertThat(rig.letters().all()).isEmpty();
        assertThat(Rig.differences(rig.bytes(), undisturbed())).isEmpty();
    }

    private static SortedMap<String, String> unnumbered(SortedMap<String, String> documents) {
        SortedMap<String, String> all = new TreeMap<>(documents);
        all.replaceAll((key, text) -> text.replaceAll("\"redo\": \\d+, | sha256 .*", ""));
        return all;
    }

    private static void finish(Rig rig, Projection projection) {
        while (projection.position() < LOG.size()) {
            rig.take(projection, BATCH);
        }
    }

    private static int retryAll(Rig rig, Projection projection) {
        return rig.letters().all().stream()
                .map(DeadLetters.Letter::sequence)
                .distinct()
                .mapToInt(sequence -> projection.retry(sequence, rig::event))
                .sum();
    }
}
