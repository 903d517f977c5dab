package io.dovira.events.footage;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.FootageId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FlawsTest {
    private static final FootageId ID = new FootageId("f1");
    private static final String SHA = "ab".repeat(32);
    private static final String COPY = "cd".repeat(32);
    private static final Instant NINE = Instant.parse("2026-03-02T07:00:00Z");
    private static final GapDetected GAP = new GapDetected(ID, NINE, NINE.plusSeconds(9), GapCause.UNKNOWN);
    private static final IntegrityChecked GONE = bad(SHA, IntegrityFinding.MISSING);
    private static final IntegrityChecked THERE = good(SHA);
    private static final FlawExplained GAP_EXPLAINED = new FlawExplained(ID, Flaw.GAP, "a power cut");
    private static final FlawExplained LOSS_EXPLAINED = new FlawExplained(ID, Flaw.INTEGRITY, "the disk is dead");

    @Test
    void owesOneAnswerToAllGapsThatStandOpenTogether() {
        Flaws two = after(GAP, new GapDetected(ID, NINE, NINE.plusSeconds(5), GapCause.COVERED));
        assertThat(two.gap()).isEqualTo(new Flaws.Found(NINE, null, false));
        assertThat(two.open()).containsExactly(Flaw.GAP);

        Flaws explained = two.after(GAP_EXPLAINED, NINE.plusSeconds(60));
        assertThat(explained.gap()).isEqualTo(new Flaws.Found(NINE, NINE.plusSeconds(60), false));
        assertThat(explained.open()).isEmpty();
        assertThat(explained.after(GAP, NINE.plusSeconds(90)).gap())
                .isEqualTo(new Flaws.Found(NINE.plusSeconds(90), null, false));
    }

    @Test
    void isWholeWhenEveryFileIs() {
        Flaws both = after(GONE, bad(COPY, IntegrityFinding.CHANGED));
        assertThat(both.after(THERE, NINE.plusSeconds(9)).isOpen(Flaw.INTEGRITY))
                .as("the copy is not")
                .isTrue();
        assertThat(after(GONE, bad(COPY, IntegrityFinding.CHANGED), THERE, good(COPY))
                        .integrity())
                .isEqualTo(new Flaws.Found(NINE, NINE.plusSeconds(3), false));
    }

    @Test
    void countsAFileOnceHoweverOftenItIsFoundWrong() {
        assertThat(after(GONE, bad(SHA, IntegrityFinding.CHANGED), THERE).open())
                .isEmpty();
    }

    @Test
    void isAnsweredAlsoByWhySomethingIsLostForEver() {
        Flaws explained = after(GONE, LOSS_EXPLAINED);
        assertThat(explained.open()).isEmpty();
        assertThat(explained.after(THERE, NINE.plusSeconds(9)))
                .as("found again all the same")
                .isEqualTo(explained);
        assertThat(after(GONE, LOSS_EXPLAINED, bad(COPY, IntegrityFinding.CHANGED), LOSS_EXPLAINED)
                        .open())
                .isEmpty();
        assertThat(after(GONE, LOSS_EXPLAINED, bad(SHA, IntegrityFinding.CHANGED))
                        .open())
                .as("another finding is another flaw")
                .containsExactly(Flaw.INTEGRITY);
    }

    @Test
    void owesNoFileThatNobodyMayKeep() {
        Flaws ended = after(GAP, GONE, new RetentionExpired(ID, NINE, null));
        assertThat(ended.integrity()).isEqualTo(new Flaws.Found(NINE.plusSeconds(1), null, true));
        assertThat(ended.open()).as("why nothing was seen is asked for ever").containsExactly(Flaw.GAP);
        Flaws restored = after(GONE, THERE, new RetentionExpired(ID, NINE, null));
        assertThat(restored.integrity()).isEqualTo(new Flaws.Found(NINE, NINE.plusSeconds(1), false));
    }

    @Test
    void knowsNothingOfSegmentsAsTheyShouldBe() {
        assertThat(after(THERE, GAP_EXPLAINED, LOSS_EXPLAINED, new RetentionExpired(ID, NINE, null)))
                .isEqualTo(Flaws.NONE);
        assertThat(Flaws.isFound(GAP)).isTrue();
        assertThat(Flaws.isFound(GONE)).isTrue();
        assertThat(Flaws.isFound(THERE)).isFalse();
        assertThat(Flaws.isFound(GAP_EXPLAINED)).isFalse();
    }

    private static IntegrityChecked bad(String sha256, IntegrityFinding finding) {
        return new IntegrityChecked(ID, sha256, false, finding, null);
    }

    private static IntegrityChecked good(String sha256) {
        return new IntegrityChecked(ID, sha256, true, IntegrityFinding.MATCHES, null);
    }

    private static Flaws after(FootageFact... facts) {
        Flaws flaws = Flaws.NONE;
        for (int i = 0; i < facts.length; i++) {
            flaws = flaws.after(facts[i], NINE.plusSeconds(i));
        }
        return flaws;
    }
}
