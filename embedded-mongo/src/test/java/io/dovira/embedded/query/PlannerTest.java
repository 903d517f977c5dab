package io.dovira.embedded.query;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import io.dovira.embedded.storage.Storage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is read is told by the plan: an index, its stretches, and whether they come in order. */
class PlannerTest {

    private static final int COMMITS = 600;

    private final Storage storage = Storage.open(null);
    private final Catalog catalog = new Catalog(storage);
    private final Database database = catalog.database("log");
    private final DurableCollection commits = storage.change(() -> database.findOrCreate("commits"));

    @BeforeEach
    void fill() {
        storage.change(() -> {
            index(new Document("ev.stream", 1).append("_id", 1));
            index(new Document("ev.type", 1).append("_id", 1));
            index(new Document("rts", 1));
            index(new Document("office", 1).append("rts", -1));
            for (long id = 1; id <= COMMITS; id++) {
                commits.addDocument(new Document("_id", id)
                        .append("rts", 1_700_000_000_000L + id)
                        .append("office", "o" + id % 6)
                        .append("ev", List.of(event(id), event(id + 1))));
            }
            return 0;
        });
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void readsAPageBehindAPositionFromTheData() {
        Plan plan = plan(new Document("_id", new Document("$gt", 100L)), new Document("_id", 1), 100);
        assertThat(index(plan)).isEmpty();
        assertThat(plan.sorted()).isTrue();
        assertThat(plan.bounded()).isTrue();
    }

    @Test
    void readsTheHeadFromTheEnd() {
        Plan plan = plan(new Document(), new Document("_id", -1), 1);
        assertThat(plan.sorted()).isTrue();
        assertThat(plan.backwards()).isTrue();
    }

    @Test
    void readsAStreamInOrderAndNoDocumentTwice() {
        Plan plan = plan(new Document("ev.stream", "s7"), new Document("_id", 1), 0);
        assertThat(index(plan)).contains("ev.stream_1__id_1");
        assertThat(plan.sorted()).isTrue();
        assertThat(plan.distinct()).as("one stream gives one entry per commit").isFalse();
        assertThat(found(new Document("ev.stream", "s7"), new Document("_id", 1)))
                .isEqualTo(12);
    }

    @Test
    void mergesSeveralTypesInTheOrderOfPositions() {
        Document types = new Document("ev.type", new Document("$in", List.of("t1", "t2", "t3")))
                .append("_id", new Document("$gt", 50L));
        Plan plan = plan(types, new Document("_id", 1), 100);
        assertThat(index(plan)).contains("ev.type_1__id_1");
        assertThat(plan.merged()).isTrue();
        assertThat(plan.sorted()).isTrue();
        assertThat(plan.ranges()).hasSize(3);
    }

    @Test
    void usesADescendingFieldBehindAPinnedOneInBothDirections() {
        Document office = new Document("office", "o1");
        assertThat(plan(office, new Document("rts", -1), 1))
                .satisfies(plan -> assertThat(index(plan)).contains("office_1_rts_-1"))
                .satisfies(plan -> assertThat(plan.backwards()).isFalse())
                .satisfies(plan -> assertThat(plan.sorted()).isTrue());
        assertThat(plan(office, new Document("rts", 1), 1))
                .satisfies(plan -> assertThat(plan.backwards()).isTrue())
                .satisfies(plan -> assertThat(plan.sorted()).isTrue());
    }

    @Test
    void readsNoMoreThanTheStretchAQueryBounds() {
        Document range =
                new Document("rts", new Document("$gte", 1_700_000_000_100L).append("$lt", 1_700_000_000_110L));
        assertThat(index(plan(range, null, 0))).contains("rts_1");
        assertThat(scanned(range, null)).isLessThanOrEqualTo(13);
        assertThat(found(range, null)).isEqualTo(10);
    }

    @Test
    void readsAnAnchoredPatternAsARange() {
        Document pattern = new Document("ev.stream", new BsonRegularExpression("^s7$", ""));
        assertThat(index(plan(pattern, null, 0))).contains("ev.stream_1__id_1");
        assertThat(found(pattern, null)).isEqualTo(12);
    }

    @Test
    void weighsTheOrderAgainstTheStretch() {
        Document most = new Document("rts", new Document("$gt", 0L));
        assertThat(index(plan(most, new Document("_id", 1), 10)))
                .as("nearly all match, so the order is worth more")
                .isEmpty();
        Document few = new Document("rts", new Document("$gt", 1_700_000_000_000L + COMMITS - 3));
        assertThat(index(plan(few, new Document("_id", 1), 10)))
                .as("three match, so they are sorted")
                .contains("rts_1");
    }

    @Test
    void usesOneDemandOnlyOfAFieldThatMetArrays() {
        Document ends = new Document("ev.n", new Document("$gt", 598).append("$lt", 3));
        storage.change(() -> {
            index(new Document("ev.n", 1));
            commits.addDocument(
                    new Document("_id", 9_999L).append("ev", List.of(new Document("n", 1), new Document("n", 10_000))));
            return 0;
        });
        assertThat(index(plan(ends, null, 0))).contains("ev.n_1");
        assertThat(found(ends, null)).as("one element above, another below").isEqualTo(1);
    }

    private static Document event(long n) {
        return new Document("stream", "s" + n % 100)
                .append("type", "t" + n % 50)
                .append("n", n);
    }

    private void index(Document key) {
        String name = String.join(
                "_",
                key.entrySet().stream()
                        .map(field -> field.getKey() + "_" + field.getValue())
                        .toList());
        database.createIndex(commits, IndexSpec.parse(new Document("key", key).append("name", name)));
    }

    private Plan plan(Document query, @Nullable Document sort, long wanted) {
        return new Planner(commits.data()).plan(commits.ordered(), query, Order.of(sort), wanted);
    }

    private static Optional<String> index(Plan plan) {
        return Optional.ofNullable(plan.index()).map(OrderedIndex::getName);
    }

    private long found(Document query, @Nullable Document sort) {
        return storage.read(
                () -> commits.stream(new Search(query, sort, 0, 0, null)).count());
    }

    private int scanned(Document query, @Nullable Document sort) {
        Scan scan = new Scan(commits.data(), plan(query, sort, 0));
        int scanned = 0;
        while (scan.next() != null) {
            scanned++;
        }
        return scanned;
    }
}
