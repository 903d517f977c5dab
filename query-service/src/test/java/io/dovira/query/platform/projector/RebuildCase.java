package io.dovira.query.platform.projector;

import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import io.dovira.events.Recorded;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogOptions;
import io.dovira.query.mongo.TestMongo;
import io.dovira.query.platform.Build;
import io.dovira.query.platform.Fold;
import io.dovira.query.story.RandomStory;
import io.dovira.query.story.StoredStory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.awaitility.core.ConditionFactory;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** A log with a story, views beside it, and services that know of each other only what is stored. */
abstract class RebuildCase {

    static final int FACTS = 700;

    final List<Recorded<?>> story = RandomStory.ofEveryFeature(61, FACTS);
    private final MongoDatabase logDatabase = TestMongo.freshDatabase();
    final MongoDatabase views = TestMongo.freshDatabase();
    private final EventLog writer = EventLog.open(logDatabase, LogOptions.defaults());
    private final List<Service> services = new ArrayList<>();

    @AfterEach
    void close() {
        services.forEach(Service::close);
        writer.close();
    }

    Service service(Fold fold, StoredDocuments.Steps steps) {
        Service service = new Service(fold, logDatabase, views, steps);
        services.add(service);
        return service;
    }

    Service service(Fold fold) {
        return service(fold, StoredDocuments.Steps.NONE);
    }

    /** Dies, so to speak, at every n-th step of this name on the rebuild's thread, which slows it down enough to be watched. */
    static StoredDocuments.Steps held(String step, int times) {
        int[] left = {times};
        return done -> {
            if (done.equals(step) && Thread.currentThread().getName().matches(".*b\\d+") && left[0]-- > 0) {
                throw new Rig.Crash(done);
            }
        };
    }

    /** All of them in few groups: what is already there when a test begins. */
    void append(int from, int to) {
        writer.appendAll(story.subList(from, to).stream()
                .map(fact -> List.of(StoredStory.toAppend(fact)))
                .toList());
    }

    /** One by one, as they come while something else goes on. */
    void append(List<Recorded<?>> facts, int from, int to) {
        facts.subList(from, to).forEach(fact -> writer.append(List.of(StoredStory.toAppend(fact))));
    }

    List<String> keys(Build build, String kind) {
        List<String> keys = new ArrayList<>();
        views.getCollection(build.collection(kind))
                .find()
                .sort(Sorts.ascending("_id"))
                .forEach((Document found) -> keys.add(found.getString("_id")));
        return keys;
    }

    /** Every document, byte for byte. */
    SortedMap<String, RawBsonDocument> bytes(Build build) {
        SortedMap<String, RawBsonDocument> all = new TreeMap<>();
        for (String collection : views.listCollectionNames()) {
            if (collection.startsWith(build.collection(""))) {
                views.getCollection(collection, RawBsonDocument.class)
                        .find()
                        .forEach(found -> all.put(
                                collection.substring(build.collection("").length()) + "/"
                                        + found.getString("_id").getValue(),
                                found));
            }
        }
        return all;
    }

    static SortedMap<String, String> texts(SortedMap<String, RawBsonDocument> documents) {
        SortedMap<String, String> texts = new TreeMap<>();
        documents.forEach((key, document) -> texts.put(key, document.toJson()));
        return texts;
    }

    static <T> T there(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(10));
    }
}
