package io.dovira.eventstore.seal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.DuplicateKeyException;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import io.dovira.eventstore.tlog.Hash;
import io.dovira.eventstore.tlog.MissingTile;
import io.dovira.eventstore.tlog.Tile;
import io.dovira.eventstore.tlog.TileSource;
import io.dovira.eventstore.tlog.TreeBuilder.Content;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonBinary;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/**
 * Tiles and the published head in MongoDB. Any number of sealers may write: a tile only grows and never changes what it holds, the head moves
 * on by compare-and-set. Thread-safe.
 */
public final class SealStore implements TileSource {

    private static final String HEAD = "head";
    private static final String CONTRADICTION = "contradiction";

    /** Tiles of 8 kB per question and write: a few megabytes. */
    private static final int TILES_AT_ONCE = 400;

    private static final int MOST_ATTEMPTS = 20;

    private final MongoCollection<BsonDocument> tiles;
    private final MongoCollection<BsonDocument> state;

    public SealStore(MongoDatabase database) {
        this.tiles = collection(database, "tiles");
        this.state = collection(database, "state");
    }

    private static MongoCollection<BsonDocument> collection(MongoDatabase database, String name) {
        return database.getCollection(name, BsonDocument.class)
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary())
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    /** The published head; empty before the first. */
    public Optional<SealedHead> head() {
        BsonDocument found = state.find(eq("_id", HEAD)).first();
        return found == null
                ? Optional.empty()
                : Optional.of(new SealedHead(
                        found.getInt64("size").getValue(),
                        Hash.of(found.getBinary("root").getData()),
                        found.getString("note").getValue(),
                        Instant.ofEpochMilli(found.getDateTime("at").getValue())));
    }

    public Optional<Contradiction> contradiction() {
        BsonDocument found = state.find(eq("_id", CONTRADICTION)).first();
        return found == null
                ? Optional.empty()
                : Optional.of(new Contradiction(
                        found.getInt64("position").getValue(),
                        found.getString("what").getValue(),
                        Instant.ofEpochMilli(found.getDateTime("at").getValue())));
    }

    /** Keeps the first one: what is found later may only follow from it. */
    void contradict(Contradiction contradiction) {
        insert(
                state,
                new BsonDocument("_id", new BsonString(CONTRADICTION))
                        .append("position", new BsonInt64(contradiction.position()))
                        .append("what", new BsonString(contradiction.what()))
                        .append("at", time(contradiction.foundAt())));
    }

    /**
     * Puts the next head in the place of the one that it goes on from.
     *
     * @return false: another sealer was first, and nothing was changed
     */
    boolean publish(@Nullable SealedHead from, SealedHead next) {
        BsonDocument document = new BsonDocument("_id", new BsonString(HEAD))
                .append("size", new BsonInt64(next.size()))
                .append("root", new BsonBinary(next.root().bytes()))
                .append("note", new BsonString(next.note()))
                .append("at", time(next.at()));
        if (from == null) {
            return insert(state, document);
        }
        return state.replaceOne(and(eq("_id", HEAD), eq("size", from.size()), eq("note", from.note())), document)
                        .getMatchedCount()
                == 1;
    }

    /**
     * Stores what the tiles hold now. When it returns, all of them are there, at least as wide.
     *
     * @throws Contradicted if one holds something else already
     */
    void store(List<Content> contents) {
        for (int from = 0; from < contents.size(); from += TILES_AT_ONCE) {
            storeSome(contents.subList(from, Math.min(contents.size(), from + TILES_AT_ONCE)));
        }
    }

    private void storeSome(List<Content> contents) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Map<String, BsonDocument> there = existing(contents);
            List<BsonDocument> fresh = new ArrayList<>();
            boolean behind = false;
            for (Content content : contents) {
                BsonDocument stored = there.get(id(content.tile()));
                if (stored == null) {
                    fresh.add(document(content));
                } else if (grows(stored, content)) {
                    behind = true;
                    // Only what it was a moment ago is replaced: a tile that another sealer has widened stays.
                    tiles.replaceOne(
                            and(eq("_id", id(content.tile())), eq("w", stored.getInt32("w"))), document(content));
                }
            }
            if (fresh.isEmpty() && !behind) {
                return;
            }
            insertAll(fresh);
        }
        throw new IllegalStateException("the tiles are changed by somebody else all the time");
    }

    private Map<String, BsonDocument> existing(List<Content> contents) {
        Map<String, BsonDocument> there = new HashMap<>();
        tiles.find(in(
                        "_id",
                        contents.stream().map(content -> id(content.tile())).toList()))
                .forEach(found -> there.put(found.getString("_id").getValue(), found));
        return there;
    }

    /** Whether the tile holds less than the content; what it holds must be how the content begins, or the other way round. */
    private static boolean grows(BsonDocument stored, Content content) {
        byte[] old = stored.getBinary("h").getData();
        byte[] next = content.bytes();
        int common = Math.min(old.length, next.length);
        int differs = Arrays.mismatch(old, 0, common, next, 0, common);
        if (differs >= 0) {
            Tile tile = content.tile();
            long position = tile.level() == 0 ? tile.index() * Tile.FULL + differs / Hash.BYTES + 1 : 0;
            throw new Contradicted(
                    position,
                    "tile/" + id(tile) + " holds another hash than the log gives at place " + differs / Hash.BYTES);
        }
        return next.length > old.length;
    }

    /** A document that is no tile is as good as none. */
    @Override
    public byte[] read(Tile tile) {
        BsonDocument found = tiles.find(eq("_id", id(tile))).first();
        int length = Hash.BYTES * tile.width();
        if (found == null || !found.isBinary("h") || found.getBinary("h").getData().length < length) {
            throw new MissingTile(tile);
        }
        return Arrays.copyOf(found.getBinary("h").getData(), length);
    }

    private static String id(Tile tile) {
        return tile.level() + "/" + tile.index();
    }

    private static BsonDocument document(Content content) {
        return new BsonDocument("_id", new BsonString(id(content.tile())))
                .append("w", new BsonInt32(content.tile().width()))
                .append("h", new BsonBinary(content.bytes()));
    }

    private static BsonDateTime time(Instant instant) {
        return new BsonDateTime(instant.toEpochMilli());
    }

    private void insertAll(List<BsonDocument> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        try {
            tiles.insertMany(fresh, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            // Another sealer was first; the next look shows whether it stored the same.
            if (e.getWriteErrors().stream()
                    .anyMatch(error -> ErrorCategory.fromErrorCode(error.getCode()) != ErrorCategory.DUPLICATE_KEY)) {
                throw e;
            }
        }
    }

    private static boolean insert(MongoCollection<BsonDocument> collection, BsonDocument document) {
        try {
            collection.insertOne(document);
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }
}
