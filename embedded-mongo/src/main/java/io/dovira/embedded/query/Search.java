package io.dovira.embedded.query;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** What a find asks for; a limit of 0 is none. */
public record Search(
        Document filter,
        @Nullable Document sort,
        long skip,
        long limit,
        @Nullable Document projection) {

    public static Search all(Document filter) {
        return new Search(filter, null, 0, 0, null);
    }
}
