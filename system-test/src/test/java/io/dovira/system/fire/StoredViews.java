package io.dovira.system.fire;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.RawBsonDocument;

/** The builds of the projections as they lie in the database, read with no class of ours. */
final class StoredViews {
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final MongoDatabase views;

    StoredViews(MongoClient client) {
        views = client.getDatabase("dovira_views");
    }

    /** Up to where a build has taken the log; 0 if it has not begun. */
    long position(String build) {
        Document token = views.getCollection("tokens")
                .find(Filters.eq("processorName", build))
                .first();
        Matcher number = NUMBER.matcher(token == null ? "" : String.valueOf(token.getString("token")));
        return number.find() ? Long.parseLong(number.group()) : 0;
    }

    /** Which build is shown, which one is made, what was done. */
    Document register(String projection) {
        return Objects.requireNonNull(
                views.getCollection("projections")
                        .find(Filters.eq("_id", projection))
                        .first(),
                projection);
    }

    /** Every document of a build, byte for byte, by kind and key. */
    SortedMap<String, RawBsonDocument> documents(String build) {
        SortedMap<String, RawBsonDocument> documents = new TreeMap<>();
        String prefix = build + "_";
        for (String collection : views.listCollectionNames()) {
            if (collection.startsWith(prefix)) {
                views.getCollection(collection, RawBsonDocument.class)
                        .find()
                        .forEach(document -> documents.put(
                                collection.substring(prefix.length()) + "/"
                                        + document.getString("_id").getValue(),
                                document));
            }
        }
        return documents;
    }
}
