package io.dovira.eventstore.log;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.MongoException;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log in order up to its end, one page ahead of its reader. Holds no cursor on the server, so it may rest for hours. After the end
 * it may be asked again and goes on where it stopped. For one thread at a time.
 */
public final class LogCursor implements Iterator<StoredEvent>, AutoCloseable {

    private static final Executor AHEAD =
            task -> Thread.ofVirtual().name("dovira-log-page").start(task);

    private final Commits commits;
    private final LogFilter filter;
    private final Bson matching;
    private final int pageSize;

    private long position;
    /** Where the next append begins; negative while it has to be looked up. */
    private long nextCommit = -1;

    private List<StoredEvent> page = List.of();
    private int index;
    private long pageEnd;
    private @Nullable CompletableFuture<PageOfEvents> ahead;

    LogCursor(Commits commits, long afterPosition, LogFilter filter, int pageSize) {
        this.commits = commits;
        this.filter = filter;
        this.matching = matching(filter);
        this.pageSize = pageSize;
        this.position = Math.max(0, afterPosition);
        this.pageEnd = position;
    }

    /**
     * @throws LogUnavailable if the database does not answer; asking again is safe
     * @throws LogDamaged if a position is missing
     */
    @Override
    public boolean hasNext() {
        while (index >= page.size()) {
            position = Math.max(position, pageEnd);
            PageOfEvents read = take();
            page = read.events();
            pageEnd = read.end();
            index = 0;
            nextCommit = read.nextCommit();
            if (read.last()) {
                if (page.isEmpty()) {
                    position = Math.max(position, pageEnd);
                    return false;
                }
            } else {
                ahead = CompletableFuture.supplyAsync(() -> fetch(read.nextCommit(), read.end()), AHEAD);
            }
        }
        return true;
    }

    @Override
    public StoredEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the end of the log, for now");
        }
        StoredEvent event = page.get(index++);
        position = event.position();
        return event;
    }

    /** Up to {@code max} events, fewer at the end of a page; empty at the end of the log. */
    public List<StoredEvent> nextBatch(int max) {
        if (!hasNext()) {
            return List.of();
        }
        int to = Math.min(page.size(), index + max);
        List<StoredEvent> batch = page.subList(index, to);
        index = to;
        position = batch.getLast().position();
        return batch;
    }

    /** Every event up to this position was handed out, or was not wanted. A filtered reader stores this as its progress. */
    public long position() {
        return index >= page.size() ? Math.max(position, pageEnd) : position;
    }

    /** Frees the page that was read ahead. */
    @Override
    public void close() {
        ahead = null;
        page = List.of();
        index = 0;
    }

    private PageOfEvents take() {
        CompletableFuture<PageOfEvents> reading = ahead;
        ahead = null;
        if (reading == null) {
            return fetch(nextCommit, position);
        }
        try {
            return reading.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof LogException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** One page; {@code after} is the position that was reached before it. */
    private PageOfEvents fetch(long from, long after) {
        try {
            long start = from > 0 ? from : commits.startAfter(after);
            // Read before the page: what comes between would otherwise be reported as seen.
            long headBefore = filter.wantsEverything() ? 0 : commits.head().last();
            CommitPage read = commits.page(start, matching, pageSize);
            List<StoredEvent> events = new ArrayList<>();
            long expected = start;
            long end = after;
            for (Commit commit : read.commits()) {
                if (filter.wantsEverything() && commit.first() != expected) {
                    throw new LogDamaged(expected, "the next append begins at " + commit.first());
                }
                expected = commit.last() + 1;
                end = Math.max(end, commit.last());
                for (StoredEvent event : commit.events()) {
                    if (event.position() > after && filter.wants(event)) {
                        events.add(event);
                    }
                }
            }
            if (read.last()) {
                end = Math.max(end, headBefore);
            }
            return new PageOfEvents(events, end, end > after ? end + 1 : from, read.last());
        } catch (MongoException e) {
            throw LogUnavailable.reading(e);
        }
    }

    /** Appends that may hold a wanted event, asked so that the index over types serves; {@link LogFilter#wants} looks closely. */
    private static Bson matching(LogFilter filter) {
        List<Bson> wanted = new ArrayList<>();
        if (!filter.types().isEmpty()) {
            wanted.add(in(Fields.ANY_TYPE, filter.types()));
        }
        if (filter.office() != null) {
            wanted.add(eq(Fields.ANY_OFFICE, filter.office()));
        }
        return wanted.isEmpty() ? new BsonDocument() : Filters.and(wanted);
    }

    private record PageOfEvents(List<StoredEvent> events, long end, long nextCommit, boolean last) {}
}
