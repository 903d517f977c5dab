package io.dovira.query.platform.projector;

import com.mongodb.MongoException;
import io.dovira.events.Fact;
import io.dovira.events.Recorded;
import io.dovira.eventstore.log.StoredEvent;
import io.dovira.query.platform.FactReader;
import io.dovira.query.platform.Fold;
import io.dovira.query.platform.projector.DeadLetters.Letter;
import io.dovira.query.platform.projector.Journal.Retry;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;

/**
 * One projection between its claim and its loss: takes batches, writes documents, then the position; retries dead letters between batches. One
 * thread. After any exception it is thrown away and made anew from what is stored.
 */
final class Projection {

    private final Fold fold;
    private final StoredDocuments documents;
    private final DeadLetters deadLetters;
    private final Journal journal;
    private final Claim claim;
    private final StoredDocuments.Steps steps;
    private long position;

    Projection(
            Fold fold,
            StoredDocuments documents,
            DeadLetters deadLetters,
            Journal journal,
            Claim claim,
            long position,
            StoredDocuments.Steps steps) {
        this.fold = fold;
        this.documents = documents;
        this.deadLetters = deadLetters;
        this.journal = journal;
        this.claim = claim;
        this.position = position;
        this.steps = steps;
    }

    /** Every fact up to it is in the documents or among the dead letters. */
    long position() {
        return position;
    }

    /**
     * Takes the events and everything before them as done: documents in ascending rank, then the position.
     *
     * @return how many documents were written
     * @throws UnableToClaimTokenException if another service has taken over
     * @throws MongoException if the database does not answer; nothing is lost
     */
    int take(List<StoredEvent> events) {
        return take(events, Portions.LARGE, at -> {});
    }

    /** As above; the observer is told of each position before the next fact is taken, when the documents are as they were then. */
    int take(List<StoredEvent> events, Portions portions, LongConsumer observer) {
        List<Batch.Item> items = Batch.decode(fold, events);
        documents.prefetch(Batch.foreseen(fold, items));
        for (Batch.Item item : items) {
            take(item);
            observer.accept(item.event().position());
            portions.between().run();
        }
        if (!items.isEmpty()) {
            // The claim is proved after the events were read and before anything is written. So what an owner
            // writes that is about to lose its claim, or has just lost it, lies behind the head that its successor
            // finds: see Projector. The position alone is proved by its own write.
            claim.extend();
            steps.done("claim");
        }
        if (deadLetters.write()) {
            steps.done("dead letters");
        }
        int written = documents.flush(portions, steps);
        long end = events.getLast().position();
        claim.store(end);
        steps.done("position");
        position = end;
        return written;
    }

    /** A sign of life between two batches. */
    void keepClaim() {
        claim.extend();
    }

    StoredDocuments documents() {
        return documents;
    }

    long deadLetters() {
        return deadLetters.count();
    }

    private void take(Batch.Item item) {
        StoredEvent event = item.event();
        Recorded<Fact> fact = item.fact();
        String sequence = fact == null ? event.stream() : fold.sequence(fact);
        if (deadLetters.isBlocked(sequence, event.position())) {
            deadLetters.add(sequence, event, null);
            return;
        }
        RuntimeException failure = fact == null ? item.failure() : apply(fact, Stamp.at(event.position()));
        if (failure != null) {
            deadLetters.add(sequence, event, failure);
        }
    }

    /** Null if the fact was taken, else why it was not. */
    private @Nullable RuntimeException apply(Recorded<Fact> fact, Stamp stamp) {
        documents.begin(stamp);
        try {
            fold.apply(fact, documents);
            documents.commit();
            return null;
        } catch (MongoException e) {
            throw e;
        } catch (RuntimeException e) {
            documents.rollback();
            return e;
        }
    }

    /** Finishes a retry that the last owner had begun and did not live to end. To be called before the first batch. */
    void finishInterruptedRetry(LongFunction<Optional<StoredEvent>> log) {
        Retry retry = journal.read();
        if (retry != null && !retry.done()) {
            if (retry.at() == position) {
                run(retry, log);
            } else {
                // Nobody goes on without having finished a retry. So it was written by one who had lost its claim and
                // was
                // stopped before it changed anything.
                journal.settle(retry);
            }
        }
    }

    /**
     * Tries the letters of a sequence again, in order, up to the first that still fails.
     *
     * @return how many were taken
     * @throws UnableToClaimTokenException if another service has taken over
     */
    int retry(String sequence, LongFunction<Optional<StoredEvent>> log) {
        List<Letter> letters = deadLetters.of(sequence);
        if (letters.isEmpty()) {
            return 0;
        }
        Retry last = journal.read();
        int firstRedo = last != null && last.at() == position ? last.nextRedo() : 1;
        Retry retry = new Retry(
                position,
                firstRedo,
                sequence,
                letters.stream().map(Letter::position).toList(),
                false);
        if (!journal.begin(retry)) {
            throw new UnableToClaimTokenException("another service has begun to retry");
        }
        steps.done("journal");
        // After the journal: a successor that takes the claim from here on finds the retry there and finishes it first.
        claim.extend();
        steps.done("claim");
        return run(retry, log);
    }

    private int run(Retry retry, LongFunction<Optional<StoredEvent>> log) {
        int taken = 0;
        RuntimeException failure = null;
        while (failure == null && taken < retry.positions().size()) {
            Stamp stamp = new Stamp(retry.at(), retry.firstRedo() + taken);
            failure = again(retry.positions().get(taken), stamp, log);
            if (failure == null) {
                taken++;
            }
        }
        documents.flush(Portions.LARGE, steps);
        if (taken > 0) {
            deadLetters.settled(retry.sequence(), retry.positions().subList(0, taken));
            steps.done("letters settled");
        }
        List<Letter> left = deadLetters.of(retry.sequence());
        if (failure != null && !left.isEmpty()) {
            deadLetters.failedAgain(left.getFirst(), failure);
        }
        journal.settle(retry);
        steps.done("journal settled");
        return taken;
    }

    private @Nullable RuntimeException again(long at, Stamp stamp, LongFunction<Optional<StoredEvent>> log) {
        StoredEvent event = log.apply(at)
                .orElseThrow(() -> new IllegalStateException("there is no event at position " + at + " any more"));
        Recorded<Fact> fact;
        try {
            Class<? extends Fact> type = FactReader.typeOf(event);
            if (!fold.wants(type)) {
                // It was put here when nobody knew its type; now it is known, and of no interest.
                return null;
            }
            fact = FactReader.read(event, type);
        } catch (RuntimeException e) {
            return e;
        }
        return apply(fact, stamp);
    }
}
