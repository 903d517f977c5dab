package io.dovira.eventstore.log;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.MongoException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
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
    private final List<Bson> matching;
    private final int pageSize;

    private long position;
    /** Where the next append begins; negative while it has to be looked up. */
    private long nextCommit = -1;

    private List<StoredEvent> page = List.of();
    private int index;
    private long pageEnd;
    private @Nullable CompletableFuture<Fetched> ahead;

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
            Fetched fetched = take();
            boolean last = fetched.last();
            // Begun before this page is decoded, so that the database works in the meantime; dropped if this page is
            // damaged.
            CompletableFuture<Fetched> following =
                    last ? null : begin(fetched.page().next());
            read(fetched);
            ahead = following;
            if (last && page.isEmpty()) {
                position = Math.max(position, pageEnd);
                return false;
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

    private CompletableFuture<Fetched> begin(long from) {
        return CompletableFuture.supplyAsync(() -> fetch(from, from - 1), AHEAD);
    }

    private Fetched take() {
        CompletableFuture<Fetched> reading = ahead;
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
    private Fetched fetch(long from, long after) {
        try {
            long start = from > 0 ? from : commits.startAfter(after);
            // Read before the page: what comes between would otherwise be reported as seen.
            long headBefore = filter.wantsEverything() ? 0 : commits.head().last();
            CommitPage fetched = commits.page(start, matching, pageSize);
            boolean last = fetched.size() < pageSize && fetched.cursor() == 0;
            return new Fetched(fetched, last, start, after, headBefore);
        } catch (MongoException e) {
            throw LogUnavailable.reading(e);
        }
    }

    private void read(Fetched fetched) {
        CommitPage found = fetched.page();
        List<StoredEvent> events = new ArrayList<>(found.size());
        long expected = fetched.start();
        long end = fetched.after();
        CommitReader reader = found.reader();
        for (int i = 0; i < found.size(); i++) {
            reader.read(found.start(i));
            if (filter.wantsEverything() && reader.first() != expected) {
                throw new LogDamaged(expected, "the next append begins at " + reader.first());
            }
            expected = reader.last() + 1;
            end = Math.max(end, reader.last());
            reader.addEventsTo(events);
        }
        if (!filter.wantsEverything() || fetched.start() <= fetched.after()) {
            events.removeIf(event -> event.position() <= fetched.after() || !filter.wants(event));
        }
        if (fetched.last()) {
            end = Math.max(end, fetched.headBefore());
        }
        page = events;
        index = 0;
        pageEnd = end;
        if (end > fetched.after()) {
            nextCommit = end + 1;
        }
    }

    /** Appends that may hold a wanted event, asked so that the index over types serves; {@link LogFilter#wants} looks closely. */
    private static List<Bson> matching(LogFilter filter) {
        return filter.wantsEverything() ? List.of() : List.of(in(Fields.ANY_TYPE, filter.types()));
    }

    /** @param last whether there was no more */
    private record Fetched(CommitPage page, boolean last, long start, long after, long headBefore) {}
}
