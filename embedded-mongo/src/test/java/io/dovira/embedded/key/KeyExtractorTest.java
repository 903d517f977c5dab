package io.dovira.embedded.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyExtractorTest {

    private static final KeyExtractor STREAM_AND_SEQ = extractor("ev.stream", "ev.seq");

    @Test
    void givesOneKeyPerElementAndKeepsItsFieldsTogether() {
        Keys keys = STREAM_AND_SEQ.keys(new Document("ev", List.of(event("a", 1), event("b", 4), event("a", 1))));
        assertThat(new ArrayList<>(keys.values())).containsExactly(key("a", 1), key("b", 4));
        assertThat(keys.multikey()).isEqualTo(bits(0, 1));
    }

    @Test
    void givesOneKeyWhenThereIsNoArray() {
        Keys keys = STREAM_AND_SEQ.keys(new Document("ev", event("a", 1)));
        assertThat(new ArrayList<>(keys.values())).containsExactly(key("a", 1));
        assertThat(keys.multikey().isEmpty()).isTrue();
        assertThat(keys.absent()).isFalse();
    }

    @Test
    void countsAMissingFieldAsNullAndTellsWhenAllAreMissing() {
        Keys none = STREAM_AND_SEQ.keys(new Document("_id", 1));
        assertThat(new ArrayList<>(none.values())).containsExactly(key(null, null));
        assertThat(none.absent()).isTrue();
        assertThat(STREAM_AND_SEQ
                        .keys(new Document("ev", new Document("seq", null)))
                        .absent())
                .isFalse();
    }

    @Test
    void takesAnArrayWithinAnArrayAsAValue() {
        Keys keys = extractor("a").keys(new Document("a", List.of(List.of(1, 2), 3)));
        assertThat(keys.values()).hasSize(2);
        assertThat(keys.values().last()).isEqualTo(KeyEncoder.of(List.of(1, 2)));
    }

    @Test
    void sortsAnEmptyArrayBeforeNull() {
        byte[] empty =
                extractor("a").keys(new Document("a", List.of())).values().first();
        assertThat(Arrays.compareUnsigned(empty, KeyEncoder.of(null))).isNegative();
    }

    @Test
    void refusesTwoArraysSideBySide() {
        assertThatThrownBy(() -> extractor("a", "b").keys(new Document("a", List.of(1)).append("b", List.of(1))))
                .isInstanceOfSatisfying(
                        MongoServerError.class, e -> assertThat(e.getCode()).isEqualTo(171));
    }

    private static KeyExtractor extractor(String... paths) {
        return new KeyExtractor(
                Stream.of(paths).map(path -> new KeyField(path, true)).toList());
    }

    private static Document event(String stream, int seq) {
        return new Document("stream", stream).append("seq", seq);
    }

    private static byte[] key(@Nullable Object first, @Nullable Object second) {
        return new KeyEncoder().append(first, true).append(second, true).toBytes();
    }

    private static BitSet bits(int... set) {
        BitSet bits = new BitSet();
        for (int bit : set) {
            bits.set(bit);
        }
        return bits;
    }
}
