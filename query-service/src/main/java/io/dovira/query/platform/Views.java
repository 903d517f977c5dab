package io.dovira.query.platform;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.conversions.Bson;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The documents of the projections, for whoever shows them. Thread-safe. */
@Component
public class Views {

    private final MongoDatabase database;
    private final ObjectProvider<Shown> shown;
    private final Map<String, List<Index>> indexes = new ConcurrentHashMap<>();

    /** @param shown looked up when the first view is asked for: the projections need to know the indexes */
    public Views(MongoDatabase viewsDatabase, ObjectProvider<Shown> shown) {
        this.database = viewsDatabase;
        this.shown = shown;
    }

    /** An index that readers want of a kind. */
    public record Index(String kind, Bson keys) {}

    /** What is shown of the projection now. */
    public View of(Fold fold) {
        Shown now = shown.getObject();
        Build build = now.build(fold);
        return new View(database, build, now.position(build));
    }

    /** Every build of the projection will have this index. To be called before the projections begin. */
    public void index(Fold fold, Kind<?> kind, Bson keys) {
        indexes.computeIfAbsent(fold.name(), name -> new CopyOnWriteArrayList<>())
                .add(new Index(kind.name(), keys));
    }

    public List<Index> indexes(String projection) {
        return List.copyOf(indexes.getOrDefault(projection, List.of()));
    }
}
