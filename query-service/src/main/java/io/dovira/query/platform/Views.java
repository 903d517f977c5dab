package io.dovira.query.platform;

import com.mongodb.client.MongoDatabase;
import org.springframework.stereotype.Component;

/** The documents of the projections, for whoever shows them. */
@Component
public class Views {

    private final MongoDatabase database;

    public Views(MongoDatabase viewsDatabase) {
        this.database = viewsDatabase;
    }

    /** The documents of one kind of a projection. */
    public <D extends Record> ViewStore<D> of(Fold fold, Kind<D> kind) {
        return new ViewStore<>(database, fold, kind);
    }
}
