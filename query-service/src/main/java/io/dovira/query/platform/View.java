package io.dovira.query.platform;

import com.mongodb.client.MongoDatabase;

/**
 * One build of a projection's documents, and the position to which they are complete at least. Whoever reads more than once for one answer
 * reads from one view: between two views the projection may have been replaced by a new build. Immutable.
 */
public final class View {

    private final MongoDatabase database;
    private final Build build;
    private final long position;

    View(MongoDatabase database, Build build, long position) {
        this.database = database;
        this.build = build;
        this.position = position;
    }

    public Build build() {
        return build;
    }

    /** The documents are as they were there, or newer. */
    public long position() {
        return position;
    }

    public <D extends Record> ViewStore<D> of(Kind<D> kind) {
        return new ViewStore<>(database, build, kind);
    }
}
