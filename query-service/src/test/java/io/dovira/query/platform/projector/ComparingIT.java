package io.dovira.query.platform.projector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import io.dovira.query.mongo.TestMongo;
import io.dovira.query.platform.Build;
import io.dovira.query.platform.ViewStore;
import io.dovira.query.platform.projector.Comparison.Difference;
import io.dovira.query.platform.projector.Comparison.Outcome;
import io.dovira.query.platform.projector.Comparison.What;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Two builds made by hand, and one that moves while they are compared. */
class ComparingIT {

    private static final String KIND = "visits";
    private static final int MANY = 3_000;
    private static final int AT = 10_000;

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final Build shown = Build.first("metrics", 1);
    private final Build fresh = new Build("metrics", 1, 2);
    private int beats;

    private Comparing comparing(long shownPosition, int most) {
        return new Comparing(database, shown, fresh, AT, shownPosition, most);
    }

    private void read(Comparing comparing) {
        comparing.read(new TreeSet<>(List.of(KIND, "cells")), () -> beats++);
    }

    private static Document document(int key, long position, String value) {
        return new Document(ViewStore.ID, "visit-%05d".formatted(key))
                .append(ViewStore.POSITION, position)
                .append("value", value);
    }

    private void store(Build build, List<Document> documents) {
        database.getCollection(build.collection(KIND)).insertMany(documents);
    }

    private void replace(Build build, Document document) {
        database.getCollection(build.collection(KIND))
                .replaceOne(new Document(ViewStore.ID, document.getString(ViewStore.ID)), document);
    }

    private static Comparison result(Comparing comparing) {
        return comparing.result(Instant.EPOCH, 0, 0, false);
    }

    /** The new build comes to the changes that the shown one has made; some of them it makes otherwise. */
    private void passAll(List<Integer> order, Random random, int wrong, Comparing comparing) {
        StoredDocuments documents = new StoredDocuments(database, fresh, 1, false);
        for (int i = 0; i < order.size(); i++) {
            int key = order.get(i);
            long position = AT + 1L + i;
            replace(fresh, document(key, position, key < wrong ? "wrong" : "after"));
            if (random.nextInt(10) == 0 || i == order.size() - 1) {
                comparing.passed(position, documents);
            }
        }
    }

    @Test
    void comparesWhatWasChangedMeanwhileWhenTheNewOneHasComeToThatChange() {
        List<Document> before = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        for (int key = 0; key < MANY; key++) {
            before.add(document(key, key + 1L, "before"));
            order.add(key);
        }
        store(shown, before);
        store(fresh, before);
        Collections.shuffle(order, new Random(4));
        for (int i = 0; i < MANY; i++) {
            replace(shown, document(order.get(i), AT + 1L + i, "after"));
        }
        Comparing comparing = comparing(AT, MANY);

        read(comparing);
        assertThat(beats).as("it lets others go first").isGreaterThanOrEqualTo(MANY);
        assertThat(comparing.until()).isEqualTo(AT + MANY);
        passAll(order, new Random(5), 2, comparing);

        Comparison found = result(comparing);
        assertThat(found.outcome()).isEqualTo(Outcome.DIFFERENT);
        assertThat(found.same()).isEqualTo(MANY - 2);
        assertThat(found.first())
                .containsExactly(
                        new Difference(KIND, "visit-00000", What.CHANGED),
                        new Difference(KIND, "visit-00001", What.CHANGED));
    }

    @Test
    void aDocumentThatCameMeanwhileIsComparedToo() {
        store(shown, List.of(document(1, 10, "a"), document(2, AT + 5L, "new"), document(3, AT + 6L, "never")));
        store(fresh, List.of(document(1, 10, "a")));
        Comparing comparing = comparing(AT, MANY);

        read(comparing);
        assertThat(comparing.until()).isEqualTo(AT + 6L);
        store(fresh, List.of(document(2, AT + 5L, "new")));
        comparing.passed(AT + 6L, new StoredDocuments(database, fresh, 1, false));

        Comparison found = result(comparing);
        assertThat(found.same()).isEqualTo(2);
        assertThat(found.first()).containsExactly(new Difference(KIND, "visit-00003", What.ONLY_SHOWN));
    }

    @Test
    void givesUpWhenMoreWasChangedThanItMayRemember() {
        List<Document> moved = new ArrayList<>();
        for (int key = 0; key < 101; key++) {
            moved.add(document(key, AT + 1L + key, "after"));
        }
        store(shown, moved);

        read(comparing(AT, 101));
        assertThatThrownBy(() -> read(comparing(AT, 100)))
                .isInstanceOf(Comparing.TooMuchMoved.class)
                .hasMessage("more than 100 documents were changed meanwhile");
    }

    @Test
    void saysSoWhenWhatIsShownStandsStill() {
        store(shown, List.of(document(1, 10, "a"), document(2, 20, "old")));
        store(fresh, List.of(document(1, 10, "a"), document(2, AT - 5L, "new"), document(3, AT - 1L, "new")));
        Comparing comparing = comparing(500, MANY);

        read(comparing);

        assertThat(comparing.until()).isEqualTo(AT);
        Comparison found = result(comparing);
        assertThat(found.outcome()).isEqualTo(Outcome.SHOWN_STANDS_STILL);
        assertThat(found.isSafe()).isFalse();
        assertThat(found.same()).isEqualTo(1);
        assertThat(found.newer()).isEqualTo(2);
    }

    @Test
    void aDifferenceCountsAlsoWhereItStandsStill() {
        store(shown, List.of(document(1, 10, "a")));
        store(fresh, List.of(document(1, 10, "b"), document(2, AT - 5L, "new")));
        Comparing comparing = comparing(500, MANY);

        read(comparing);

        assertThat(result(comparing).outcome()).isEqualTo(Outcome.DIFFERENT);
    }

    @Test
    void twoEmptyBuildsAreTheSame() {
        Comparing comparing = comparing(AT, MANY);

        read(comparing);

        assertThat(result(comparing).outcome()).isEqualTo(Outcome.SAME);
        assertThat(result(comparing).documents()).isZero();
    }
}
