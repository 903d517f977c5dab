package io.dovira.eventstore.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LeafTest {

    private static final Hash PAYLOAD = Hash.leaf(new byte[] {1});
    private static final Hash META = Hash.leaf(new byte[] {2});

    private static Leaf leaf(String id, String type, String stream, List<String> tags) {
        return new Leaf(
                812_334,
                Instant.ofEpochMilli(1_772_439_300_120L),
                Instant.ofEpochMilli(1_772_439_298_000L),
                3,
                1,
                id,
                type,
                stream,
                tags,
                PAYLOAD,
                META);
    }

    private static final Leaf SAMPLE = leaf("9c1e", "visit.visitor-called", "visit-7f", List.of("a", "бе"));

    /** Sealed logs are made of these bytes: they can never change. */
    @Test
    void keepsItsForm() {
        assertThat(SAMPLE.hash()).hasToString("d8fbf05ba78683443ecaa05b341bc33609c5d68a606481f03257357352dc634f");
    }

    @Test
    void comesBackFromItsForm() {
        assertThat(Leaf.of(SAMPLE.entry())).isEqualTo(SAMPLE);
        Leaf bare = leaf("", "", "", List.of());
        assertThat(Leaf.of(bare.entry())).isEqualTo(bare);
    }

    @Test
    void whatStandsElsewhereIsAnotherEvent() {
        Set<Hash> hashes = Stream.of(
                        leaf("ab", "c", "d", List.of()),
                        leaf("a", "bc", "d", List.of()),
                        leaf("a", "b", "cd", List.of()),
                        leaf("a", "b", "c", List.of("d")),
                        leaf("a", "b", "c", List.of("d", "")),
                        leaf("a", "b", "c", List.of("", "d")))
                .map(Leaf::hash)
                .collect(Collectors.toSet());

        assertThat(hashes).hasSize(6);
    }

    @Test
    void refusesWhatIsNotAForm() {
        byte[] entry = SAMPLE.entry();
        byte[] longer = Arrays.copyOf(entry, entry.length + 1);
        byte[] older = entry.clone();
        older[0] = 0;

        for (int length = 1; length < entry.length; length++) {
            byte[] shorter = Arrays.copyOf(entry, length);
            assertThatThrownBy(() -> Leaf.of(shorter)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Leaf.of(longer)).hasMessageContaining("canonical");
        assertThatThrownBy(() -> Leaf.of(older)).hasMessageContaining("not a form");
    }

    @Test
    void refusesHalfACharacterRatherThanGivingTwoTextsOneForm() {
        assertThatThrownBy(() -> leaf("\ud800", "t", "s", List.of()).entry()).hasMessageContaining("half a character");
    }
}
