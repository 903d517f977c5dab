package io.dovira.query.platform.projector;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import io.dovira.eventstore.log.StoredEvent;
import io.dovira.query.platform.Build;
import io.dovira.query.platform.projector.DeadLetters.Letter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.extensions.mongo.eventhandling.deadletter.DeadLetterEntry;
import org.axonframework.extensions.mongo.eventhandling.deadletter.EventMessageDeadLetterMongoConverter;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.documentperevent.EventEntryConfiguration;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.serialization.Serializer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The letters of one build in the database, in the form of Axon's queue. Not by that queue: it makes each letter a durable write of its own after
 * three questions, and a flood of facts that nobody knows would hold the projection at the speed of the disk. Any thread.
 */
final class StoredLetters {

    private static final int DUPLICATE_KEY = 11_000;
    private static final String INDEX = "index";
    private static final String TYPE = "type";
    private static final String SEQUENCE = "sequence";

    private final MongoCollection<Document> collection;
    private final String group;
    private final Serializer serializer;
    private final EventEntryConfiguration form = EventEntryConfiguration.getDefault();
    private final EventMessageDeadLetterMongoConverter converter = new EventMessageDeadLetterMongoConverter();

    StoredLetters(MongoCollection<Document> collection, Build build, Serializer serializer) {
        this.collection = collection;
        this.group = build.name();
        this.serializer = serializer;
        DeadLetterEntry.ensureDeadLetterIndexes(collection);
    }

    /** A letter to be written; without a cause it only waits behind another. */
    record Unwritten(
            String sequence, StoredEvent event, @Nullable Throwable cause) {}

    /** All in one write. In order: if it is cut off, then what is there has no gap, and the rest is added when the batch comes again. */
    void add(List<Unwritten> letters) {
        Instant now = GenericDeadLetter.clock.instant();
        List<Document> left =
                letters.stream().map(letter -> document(letter, now)).toList();
        while (!left.isEmpty()) {
            left = left.subList(insert(left), left.size());
        }
    }

    /** How many of them are there now, from the first on. One that is there already was written by an owner that lost its claim. */
    private int insert(List<Document> letters) {
        try {
            collection.insertMany(letters, new InsertManyOptions().ordered(true));
            return letters.size();
        } catch (MongoBulkWriteException e) {
            BulkWriteError first =
                    e.getWriteErrors().isEmpty() ? null : e.getWriteErrors().getFirst();
            if (first == null || first.getCode() != DUPLICATE_KEY || e.getWriteConcernError() != null) {
                throw e;
            }
            return first.getIndex() + 1;
        }
    }

    /** Every letter, in no order. */
    List<Letter> all() {
        return read(collection.find(DeadLetterEntry.processingGroupFilter(group)));
    }

    /** The letters of a sequence, in no order. */
    List<Letter> of(String sequence) {
        return read(collection.find(ofSequence(sequence)));
    }

    /** Where their facts are in the log, as far as that position. */
    Set<Long> positions(long upTo) {
        Set<Long> positions = new HashSet<>();
        collection
                .find(and(DeadLetterEntry.processingGroupFilter(group), lte(INDEX, upTo)))
                .projection(include(INDEX))
                .forEach(letter -> positions.add(letter.getLong(INDEX)));
        return positions;
    }

    /** Takes out the letters of a sequence at these places. */
    void remove(String sequence, Collection<Long> indexes) {
        collection.deleteMany(and(ofSequence(sequence), in(INDEX, indexes)));
    }

    /** A letter was tried again in vain. */
    void failedAgain(Letter letter, Throwable cause) {
        Bson one = DeadLetterEntry.findOneFilter(group, letter.sequence(), letter.index());
        Document stored = collection.find(one).first();
        if (stored != null) {
            DeadLetterEntry entry = new DeadLetterEntry(stored);
            entry.setCause(ThrowableCause.truncated(cause));
            entry.setLastTouched(GenericDeadLetter.clock.instant());
            collection.replaceOne(one, entry.asDocument());
        }
    }

    long size() {
        return collection.countDocuments(DeadLetterEntry.processingGroupFilter(group));
    }

    void clear() {
        collection.deleteMany(DeadLetterEntry.processingGroupFilter(group));
    }

    private Bson ofSequence(String sequence) {
        return DeadLetterEntry.processingGroupAndSequenceIdentifierFilter(group, sequence);
    }

    private Document document(Unwritten letter, Instant now) {
        StoredEvent event = letter.event();
        EventMessage<?> message = new GenericEventMessage<>(
                event.id(),
                event.position(),
                Map.of(TYPE, event.type(), SEQUENCE, letter.sequence()),
                event.occurredAt());
        // The position serves as the place in the sequence: it rises too, and need not be asked for.
        return new DeadLetterEntry(
                        group,
                        letter.sequence(),
                        event.position(),
                        converter.convert(message, serializer).asDocument(form),
                        now,
                        now,
                        letter.cause() == null ? null : ThrowableCause.truncated(letter.cause()),
                        MetaData.emptyInstance(),
                        serializer)
                .asDocument();
    }

    private List<Letter> read(FindIterable<Document> found) {
        List<Letter> letters = new ArrayList<>();
        found.forEach(document -> letters.add(letter(new DeadLetterEntry(document))));
        return letters;
    }

    private Letter letter(DeadLetterEntry entry) {
        EventMessage<?> message = converter.convert(entry.getMessage(form), serializer);
        return new Letter(
                ((Number) message.getPayload()).longValue(),
                entry.getIndex(),
                message.getIdentifier(),
                String.valueOf(message.getMetaData().get(TYPE)),
                String.valueOf(message.getMetaData().get(SEQUENCE)),
                cause(entry.getCauseType(), entry.getCauseMessage()),
                entry.getEnqueuedAt(),
                entry.getLastTouched());
    }

    private static @Nullable String cause(@Nullable String type, @Nullable String message) {
        return type == null ? null : type.substring(type.lastIndexOf('.') + 1) + ": " + message;
    }
}
