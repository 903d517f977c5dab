package io.dovira.system.fire;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be known from outside when all is over.
 *
 * @param commands all that were sent, by whomever
 * @param log from the first position to the head
 * @param readers what each was shown while it happened, in the order in which it was
 */
record History(List<Command> commands, List<Fact> log, Map<String, List<Seen>> readers) {

    /**
     * @param key names the command, however often it was sent; its facts bear it
     * @param facts how many it records
     * @param answer null if none came, even after repeating
     * @param refusal null if it was not refused
     */
    record Command(
            String key,
            int facts,
            @Nullable Answer answer,
            @Nullable String refusal) {

        static Command answered(String key, int facts, Answer answer) {
            return new Command(key, facts, answer, null);
        }

        static Command unanswered(String key, int facts) {
            return new Command(key, facts, null, null);
        }

        static Command refused(String key, int facts, String refusal) {
            return new Command(key, facts, null, refusal);
        }
    }

    /**
     * @param position of the last of the facts
     * @param facts their ids, in order
     */
    record Answer(long position, List<String> facts) {}

    /** @param key of the command that recorded it; empty if it names none */
    record Fact(long position, String id, String stream, long sequence, Instant recordedAt, String key) {}

    /** A fact as a reader saw it. */
    record Seen(long position, String id) {}
}
