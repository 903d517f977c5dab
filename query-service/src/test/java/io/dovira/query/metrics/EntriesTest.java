package io.dovira.query.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dovira.eventstore.codec.RecordCodecs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class EntriesTest {

    private record Row(long arrived, long took, long limit) {

        private static final Comparator<Row> ORDER = Comparator.comparingLong(Row::arrived)
                .thenComparingLong(Row::took)
                .thenComparingLong(Row::limit);
    }

    private static final long[] EDGES = {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE, 63, 64, -64, -65, 1L << 40};

    private static Row random(Random random) {
        if (random.nextInt(20) == 0) {
            return new Row(edge(random), edge(random), edge(random));
        }
        return new Row(
                1_700_000_000_000L + random.nextInt(200),
                random.nextInt(5) - 1,
                random.nextInt(3) == 0 ? Entries.NO_LIMIT : 900_000);
    }

    private static long edge(Random random) {
        return EDGES[random.nextInt(EDGES.length)];
    }

    private static Entries of(List<Row> rows) {
        Entries entries = Entries.NONE;
        for (Row row : rows) {
            entries = entries.plus(row.arrived(), row.took(), row.limit());
        }
        return entries;
    }

    private static List<Row> rows(Entries entries, long from, long to) {
        List<Row> rows = new ArrayList<>();
        entries.forEach(from, to, (arrived, took, limit) -> rows.add(new Row(arrived, took, limit)));
        return rows;
    }

    /** Against a plain sorted list. */
    @Property(tries = 200)
    void holdWhatWasPutInAndNotTakenOutInOrder(@ForAll long seed) {
        Random random = new Random(seed);
        List<Row> expected = new ArrayList<>();
        Entries entries = Entries.NONE;
        int changes = random.nextInt(600);
        for (int i = 0; i < changes; i++) {
            if (expected.isEmpty() || random.nextInt(5) < 3) {
                Row row = random(random);
                expected.add(row);
                entries = entries.plus(row.arrived(), row.took(), row.limit());
            } else {
                Row row = expected.remove(random.nextInt(expected.size()));
                entries = entries.minus(row.arrived(), row.took(), row.limit());
            }
        }
        expected.sort(Row.ORDER);

        List<Row> all = rows(entries, Long.MIN_VALUE, Long.MAX_VALUE);
        List<Row> before =
                expected.stream().filter(row -> row.arrived() < Long.MAX_VALUE).toList();
        assertThat(all).as("seed %d", seed).isEqualTo(before);
        long from = 1_700_000_000_000L + random.nextInt(200);
        long to = from + random.nextInt(100);
        assertThat(rows(entries, from, to))
                .as("seed %d", seed)
                .isEqualTo(expected.stream()
                        .filter(row -> row.arrived() >= from && row.arrived() < to)
                        .toList());
        Entries anew = of(expected.reversed());
        assertThat(entries).isEqualTo(anew).hasSameHashCodeAs(anew);
        assertThat(entries.toBytes()).as("whatever came and went").isEqualTo(anew.toBytes());
        assertThat(Entries.of(entries.toBytes())).as("seed %d", seed).isEqualTo(entries);
    }

    @Test
    void goOnAfterTheyWereRead() {
        Entries read =
                Entries.of(of(List.of(new Row(7, 1, 900), new Row(9, 2, 900))).toBytes());

        assertThat(read.plus(8, 5, Entries.NO_LIMIT).minus(9, 2, 900))
                .isEqualTo(of(List.of(new Row(7, 1, 900), new Row(8, 5, Entries.NO_LIMIT))));
    }

    @Test
    void refuseToGiveWhatTheyDoNotHold() {
        Entries one = of(List.of(new Row(7, 1, 900)));

        for (Row other : List.of(new Row(7, 1, 901), new Row(6, 1, 900), new Row(8, 1, 900))) {
            assertThatThrownBy(() -> one.minus(other.arrived(), other.took(), other.limit()))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> Entries.NONE.minus(7, 1, 900)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void takeFewBytes() {
        Entries day = Entries.NONE;
        for (int i = 0; i < 2_000; i++) {
            day = day.plus(1_700_000_000_000L + i * 40_000L, 300_000 + i, 900_000);
        }

        assertThat(day.toBytes()).hasSizeLessThan(2_000 * 8);
        assertThat(RecordCodecs.encode(new Figures(day, Entries.NONE, Entries.NONE, Entries.NONE))
                        .getBinary("finished")
                        .getData())
                .isEqualTo(day.toBytes());
    }

    @Test
    void areNotReadFromAnythingElse() {
        byte[] bytes = of(List.of(new Row(1L << 40, 1, 900))).toBytes();

        for (int length : new int[] {1, 3, bytes.length - 1}) {
            assertThatThrownBy(() -> Entries.of(Arrays.copyOf(bytes, length)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
