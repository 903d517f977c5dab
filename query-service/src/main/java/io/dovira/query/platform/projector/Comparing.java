package io.dovira.query.platform.projector;

import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import io.dovira.events.Sha256;
import io.dovira.query.platform.Build;
import io.dovira.query.platform.ViewStore;
import io.dovira.query.platform.projector.Comparison.Difference;
import io.dovira.query.platform.projector.Comparison.Outcome;
import io.dovira.query.platform.projector.Comparison.What;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.jspecify.annotations.Nullable;

/**
 * Holds every document of a new build against the one that is shown. The new build stands still at a position while both are read in the order
 * of their keys; what is shown goes on meanwhile. A document that it has changed since is remembered with the position of the change, and
 * compared when the new build has come to that position itself. So each pair is compared in the state of one position, and nobody has to wait.
 *
 * <pre>
 *   new build at 900, a page of both:        shown              new
 *     visit-a                                pos 712            pos 712       compared now
 *     visit-b                                pos 904            pos 655       compared when the new one has taken 904
 *     visit-c                                -                  pos 880       only the new one has it
 * </pre>
 */
final class Comparing {

    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();
    private static final int PAGE = 1_000;
    private static final int MOST_NAMED = 20;

    /** Some 60 MB of keys and digests. */
    static final int MOST_REMEMBERED = 200_000;

    private final MongoDatabase database;
    private final Build shown;
    private final Build fresh;
    private final long position;
    private final long shownPosition;
    private final boolean standsStill;
    private final int mostRemembered;
    private final MessageDigest shownDigest = Sha256.begin();
    private final MessageDigest freshDigest = Sha256.begin();
    private final List<Difference> first = new ArrayList<>();
    private final NavigableMap<Long, List<Moved>> moved = new TreeMap<>();
    private int remembered;
    private long documents;
    private long same;
    private long restamped;
    private long changed;
    private long onlyShown;
    private long onlyNew;
    private long newer;

    /**
     * @param position at which the new build stands
     * @param shownPosition at which the other one stands at least
     * @param mostRemembered of the documents that are changed meanwhile
     */
    Comparing(MongoDatabase database, Build shown, Build fresh, long position, long shownPosition, int mostRemembered) {
        this.database = database;
        this.shown = shown;
        this.fresh = fresh;
        this.position = position;
        this.shownPosition = shownPosition;
        this.standsStill = shownPosition < position;
        this.mostRemembered = mostRemembered;
    }

    /** So much was changed while it read that remembering is no use. */
    static final class TooMuchMoved extends RuntimeException {
        TooMuchMoved(int most) {
            super("more than " + most + " documents were changed meanwhile");
        }
    }

    private record Moved(String kind, String key, String whole, String body, boolean redone) {}

    /** Reads both builds once. */
    void read(SortedSet<String> kinds, Overseer.Beat beat) {
        for (String kind : kinds) {
            try (MongoCursor<RawBsonDocument> left = cursor(shown, kind);
                    MongoCursor<RawBsonDocument> right = cursor(fresh, kind)) {
                read(kind, left, right, beat);
            }
        }
    }

    private void read(
            String kind, MongoCursor<RawBsonDocument> left, MongoCursor<RawBsonDocument> right, Overseer.Beat beat) {
        RawBsonDocument ours = next(left);
        RawBsonDocument theirs = next(right);
        while (ours != null || theirs != null) {
            int order = ours == null ? 1 : theirs == null ? -1 : order(key(ours), key(theirs));
            compare(kind, order <= 0 ? ours : null, order >= 0 ? theirs : null);
            if (order <= 0) {
                ours = next(left);
            }
            if (order >= 0) {
                theirs = next(right);
            }
            beat.step();
        }
    }

    private void compare(String kind, @Nullable RawBsonDocument ours, @Nullable RawBsonDocument theirs) {
        if (theirs != null) {
            documents++;
        }
        if (ours != null && at(ours) > position) {
            remember(kind, ours);
        } else if (theirs != null && at(theirs) > shownPosition) {
            newer++;
        } else {
            settle(kind, ours, theirs);
        }
    }

    private void settle(String kind, @Nullable RawBsonDocument ours, @Nullable RawBsonDocument theirs) {
        RawBsonDocument named = ours == null ? theirs : ours;
        if (named == null) {
            return;
        }
        String key = key(named);
        digest(shownDigest, ours);
        digest(freshDigest, theirs);
        if (theirs == null) {
            onlyShown++;
            name(kind, key, What.ONLY_SHOWN);
        } else if (ours == null) {
            onlyNew++;
            name(kind, key, What.ONLY_NEW);
        } else if (Arrays.equals(whole(ours), whole(theirs))) {
            same++;
        } else if ((isRedone(ours) || isRedone(theirs)) && Arrays.equals(body(ours), body(theirs))) {
            restamped++;
        } else {
            changed++;
            name(kind, key, What.CHANGED);
        }
    }

    private void remember(String kind, RawBsonDocument ours) {
        if (++remembered > mostRemembered) {
            throw new TooMuchMoved(mostRemembered);
        }
        moved.computeIfAbsent(at(ours), at -> new ArrayList<>())
                .add(new Moved(kind, key(ours), Sha256.of(whole(ours)), Sha256.of(body(ours)), isRedone(ours)));
    }

    /** The position that the new build must reach before everything is compared. */
    long until() {
        return moved.isEmpty() ? position : moved.lastKey();
    }

    /** The new build has taken everything up to the position, and nothing beyond. */
    void passed(long at, StoredDocuments documents) {
        while (!moved.isEmpty() && moved.firstKey() <= at) {
            for (Moved one : moved.pollFirstEntry().getValue()) {
                settle(one, documents.bytes(one.kind(), one.key()));
            }
        }
    }

    private void settle(Moved ours, @Nullable RawBsonDocument theirs) {
        update(shownDigest, ours.whole());
        if (theirs == null) {
            onlyShown++;
            name(ours.kind(), ours.key(), What.ONLY_SHOWN);
            return;
        }
        String whole = Sha256.of(whole(theirs));
        update(freshDigest, whole);
        if (ours.whole().equals(whole)) {
            same++;
        } else if ((ours.redone() || isRedone(theirs)) && ours.body().equals(Sha256.of(body(theirs)))) {
            restamped++;
        } else {
            changed++;
            name(ours.kind(), ours.key(), What.CHANGED);
        }
    }

    /** @param takesLess whether the new build could not take a fact that the shown one has taken */
    Comparison result(Instant at, long shownDeadLetters, long newDeadLetters, boolean takesLess) {
        return new Comparison(
                outcome(takesLess),
                shown,
                position,
                at,
                documents,
                same,
                restamped,
                changed,
                onlyShown,
                onlyNew,
                newer,
                Sha256.end(shownDigest),
                Sha256.end(freshDigest),
                shownDeadLetters,
                newDeadLetters,
                first.stream()
                        .sorted(Comparator.comparing(Difference::kind).thenComparing(Difference::key))
                        .toList());
    }

    private Outcome outcome(boolean takesLess) {
        boolean isNewDefinition = shown.version() != fresh.version();
        if (!isNewDefinition && changed + onlyShown + onlyNew > 0) {
            return Outcome.DIFFERENT;
        }
        if (takesLess) {
            // Not even another version is meant to do so.
            return Outcome.TAKES_LESS;
        }
        if (isNewDefinition) {
            return Outcome.NEW_DEFINITION;
        }
        return standsStill ? Outcome.SHOWN_STANDS_STILL : Outcome.SAME;
    }

    private void name(String kind, String key, What what) {
        if (first.size() < MOST_NAMED) {
            first.add(new Difference(kind, key, what));
        }
    }

    private MongoCursor<RawBsonDocument> cursor(Build build, String kind) {
        return database.getCollection(build.collection(kind), RawBsonDocument.class)
                .find()
                .sort(Sorts.ascending(ViewStore.ID))
                .batchSize(PAGE)
                .iterator();
    }

    private static @Nullable RawBsonDocument next(MongoCursor<RawBsonDocument> cursor) {
        return cursor.hasNext() ? cursor.next() : null;
    }

    private static String key(RawBsonDocument document) {
        return document.getString(ViewStore.ID).getValue();
    }

    private static long at(RawBsonDocument document) {
        return document.getNumber(ViewStore.POSITION).longValue();
    }

    private static boolean isRedone(RawBsonDocument document) {
        return document.containsKey(ViewStore.REDO);
    }

    /** As the database sorts texts: by their bytes in UTF-8. */
    private static int order(String a, String b) {
        return Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] whole(RawBsonDocument document) {
        ByteBuffer bytes = document.getByteBuffer().asNIO();
        byte[] exact = new byte[bytes.remaining()];
        bytes.get(exact);
        return exact;
    }

    /** Without the marks that say when it was changed last. */
    private static byte[] body(RawBsonDocument document) {
        BsonDocument plain = document.decode(CODEC);
        plain.remove(ViewStore.POSITION);
        plain.remove(ViewStore.REDO);
        return whole(new RawBsonDocument(plain, CODEC));
    }

    private static void digest(MessageDigest digest, @Nullable RawBsonDocument document) {
        if (document != null) {
            update(digest, Sha256.of(whole(document)));
        }
    }

    private static void update(MessageDigest digest, String ofDocument) {
        digest.update(ofDocument.getBytes(StandardCharsets.US_ASCII));
    }
}
