package io.dovira.query.custody;

import io.dovira.events.Origin;
import io.dovira.query.custody.Typing.Typed;
import java.time.Instant;
import java.util.List;

/**
 * Entries that one person typed one after the other, though they had happened at other times.
 *
 * @param from when the first of them was recorded
 * @param to when the last one was
 * @param happenedFrom when the earliest of them happened
 * @param happenedTo when the latest of them happened
 * @param records the records that they stand in
 */
record Batch(
        String office,
        String actor,
        String role,
        Origin origin,
        Instant from,
        Instant to,
        Instant happenedFrom,
        Instant happenedTo,
        int entries,
        List<String> records) {

    static Batch of(String office, String actor, String role, Origin origin, List<Typed> typed) {
        return new Batch(
                office,
                actor,
                role,
                origin,
                typed.getFirst().recordedAt(),
                typed.getLast().recordedAt(),
                Typing.earliest(typed),
                Typing.latest(typed),
                typed.size(),
                typed.stream().map(Typed::custody).distinct().sorted().toList());
    }
}
