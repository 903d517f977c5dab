package io.dovira.embedded.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyEncoderTest {

    /** One value of each kind in MongoDB's documented order of types, and edges within the kinds. */
    private static final List<@Nullable Object> ASCENDING = Arrays.asList(
            MinKey.getInstance(),
            null,
            Double.NaN,
            Double.NEGATIVE_INFINITY,
            Long.MIN_VALUE,
            -0.5,
            0,
            Double.MIN_VALUE,
            1,
            1.5,
            (1L << 53) - 1,
            1L << 53,
            (1L << 53) + 1,
            Long.MAX_VALUE - 1,
            Long.MAX_VALUE,
            0x1p63,
            Double.POSITIVE_INFINITY,
            "",
            "\0",
            "\0a",
            "a",
            "a\0",
            "aa",
            "b",
            "\uFFFF",
            "\uD83D\uDE00",
            new Document(),
            new Document("a", 1),
            new Document("a", 1).append("b", 1),
            new Document("b", 1),
            new Document("a", "x"),
            List.of(),
            List.of(1),
            List.of(1, 1),
            List.of("a"),
            new BinData(new byte[] {(byte) 0xFF}),
            new BinData(new byte[] {0, 0}),
            new ObjectId("000000000000000000000001"),
            new ObjectId("ff0000000000000000000000"),
            false,
            true,
            Instant.ofEpochMilli(-1),
            Instant.ofEpochMilli(0),
            Instant.ofEpochMilli(1),
            new BsonTimestamp(1),
            new BsonTimestamp(-1),
            MaxKey.getInstance());

    @Test
    void ordersTheKindsAsMongoDoes() {
        for (int i = 0; i < ASCENDING.size(); i++) {
            for (int j = 0; j < ASCENDING.size(); j++) {
                assertThat(sign(compare(ASCENDING.get(i), ASCENDING.get(j), true)))
                        .as("%s against %s", ASCENDING.get(i), ASCENDING.get(j))
                        .isEqualTo(Integer.compare(i, j));
                assertThat(sign(compare(ASCENDING.get(i), ASCENDING.get(j), false)))
                        .as("%s against %s, descending", ASCENDING.get(i), ASCENDING.get(j))
                        .isEqualTo(Integer.compare(j, i));
            }
        }
    }

    @Test
    void givesEqualNumbersOfAllTypesTheSameKey() {
        assertThat(KeyEncoder.of(7))
                .isEqualTo(KeyEncoder.of(7L))
                .isEqualTo(KeyEncoder.of(7.0))
                .isEqualTo(KeyEncoder.of(new Decimal128(new BigDecimal("7.00"))));
        assertThat(KeyEncoder.of(-0.0)).isEqualTo(KeyEncoder.of(0));
        assertThat(KeyEncoder.of(null)).isEqualTo(KeyEncoder.of(Missing.getInstance()));
    }

    @Test
    void refusesADecimalThatNoDoubleEquals() {
        assertThatThrownBy(() -> KeyEncoder.of(new Decimal128(new BigDecimal("0.1"))))
                .isInstanceOfSatisfying(
                        MongoServerError.class, e -> assertThat(e.getCode()).isEqualTo(2));
    }

    @Property(tries = 2_000)
    void ordersNumbersByTheirExactValue(@ForAll("numbers") Number one, @ForAll("numbers") Number other) {
        assertThat(sign(compare(one, other, true))).isEqualTo(exact(one).compareTo(exact(other)));
    }

    @Property(tries = 2_000)
    void ordersStringsByTheirUtf8Bytes(@ForAll("texts") String one, @ForAll("texts") String other) {
        int expected =
                Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
        assertThat(sign(compare(one, other, true))).isEqualTo(sign(expected));
        assertThat(sign(compare(one, other, false))).isEqualTo(-sign(expected));
    }

    @Property(tries = 2_000)
    void ordersPairsByTheFirstThenTheSecondInTheirDirections(
            @ForAll("values") Object a1,
            @ForAll("values") Object b1,
            @ForAll("values") Object a2,
            @ForAll("values") Object b2,
            @ForAll boolean firstAscending,
            @ForAll boolean secondAscending) {
        byte[] one = new KeyEncoder()
                .append(a1, firstAscending)
                .append(b1, secondAscending)
                .toBytes();
        byte[] other = new KeyEncoder()
                .append(a2, firstAscending)
                .append(b2, secondAscending)
                .toBytes();
        int first = compare(a1, a2, firstAscending);
        int expected = first != 0 ? first : compare(b1, b2, secondAscending);
        assertThat(sign(Arrays.compareUnsigned(one, other))).isEqualTo(sign(expected));
    }

    @Property(tries = 2_000)
    void putsEveryContinuationOfAKeyBeforeWhatLiesBehindIt(
            @ForAll("values") Object value,
            @ForAll("values") Object next,
            @ForAll boolean ascending,
            @ForAll boolean nextAscending) {
        byte[] key = new KeyEncoder().append(value, ascending).toBytes();
        byte[] longer = new KeyEncoder().append(key).append(next, nextAscending).toBytes();
        byte[] behind = new KeyEncoder().append(key).append(KeyEncoder.behind()).toBytes();
        assertThat(Arrays.compareUnsigned(key, longer)).isNegative();
        assertThat(Arrays.compareUnsigned(longer, behind)).isNegative();
    }

    @Property(tries = 2_000)
    void neverMakesOneKeyTheBeginningOfAnother(@ForAll("values") Object one, @ForAll("values") Object other) {
        byte[] a = KeyEncoder.of(one);
        byte[] b = KeyEncoder.of(other);
        int mismatch = Arrays.mismatch(a, b);
        assertThat(mismatch == -1 || mismatch < Math.min(a.length, b.length)).isTrue();
    }

    @Provide
    Arbitrary<Number> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.longs().map(n -> (Number) n),
                Arbitraries.longs().between(-3, 3).map(n -> n + (1L << 53)),
                Arbitraries.integers().map(n -> (Number) n),
                Arbitraries.doubles().map(n -> (Number) n),
                Arbitraries.longs().map(n -> (Number) (double) n));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars('\0', '\1', 'a', 'b', '\u00FF', '\uFFFD')
                .ofMaxLength(5);
    }

    @Provide
    Arbitrary<Object> values() {
        Arbitrary<Object> simple = Arbitraries.oneOf(
                numbers().map(n -> n),
                texts().map(s -> s),
                Arbitraries.of(true, false, MinKey.getInstance(), MaxKey.getInstance(), Missing.getInstance()));
        Arbitrary<Object> lists = simple.list().ofMaxSize(3).map(list -> list);
        Arbitrary<Object> documents = Combinators.combine(
                        Arbitraries.of("a", "b", "ab"), simple, Arbitraries.of("c", "d"), simple)
                .as((n1, v1, n2, v2) -> new Document(n1, v1).append(n2, v2));
        return Arbitraries.oneOf(simple, lists, documents);
    }

    private static int compare(@Nullable Object one, @Nullable Object other, boolean ascending) {
        return Arrays.compareUnsigned(
                new KeyEncoder().append(one, ascending).toBytes(),
                new KeyEncoder().append(other, ascending).toBytes());
    }

    private static int sign(int compared) {
        return Integer.signum(compared);
    }

    private static BigDecimal exact(Number number) {
        return number instanceof Double d ? new BigDecimal(d) : BigDecimal.valueOf(number.longValue());
    }
}
