package io.dovira.eventstore.seal;

import io.dovira.eventstore.tlog.Checkpoint;
import io.dovira.eventstore.tlog.Hash;
import java.time.Instant;

/**
 * The head that outsiders are shown.
 *
 * @param size positions 1 to size are sealed
 * @param note the checkpoint as it was signed
 */
public record SealedHead(long size, Hash root, String note, Instant at) {

    static SealedHead of(Checkpoint checkpoint, String note, Instant at) {
        return new SealedHead(checkpoint.size(), checkpoint.root(), note, at);
    }
}
