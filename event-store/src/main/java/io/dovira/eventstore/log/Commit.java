package io.dovira.eventstore.log;

import java.time.Instant;
import java.util.List;

/** One append as it stands in the collection. */
record Commit(long first, int n, Instant recordedAt, List<StoredEvent> events) {

    long last() {
        return first + n - 1;
    }
}
