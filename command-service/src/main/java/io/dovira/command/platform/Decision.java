package io.dovira.command.platform;

import io.dovira.events.Fact;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a decider answers to a command: facts, or no. */
public sealed interface Decision {

    /**
     * These happened; they are recorded together, in this order.
     *
     * @param at when, if not at the time that the sender means; see {@link Moment#notBefore}
     */
    record Accepted(List<Fact> facts, @Nullable Instant at) implements Decision {
        public Accepted {
            facts = List.copyOf(facts);
        }
    }

    /** It may not happen. */
    record Declined(Refusal refusal) implements Decision {}

    static Decision accept(Fact... facts) {
        return new Accepted(List.of(facts), null);
    }

    static Decision refuse(Reason reason, String detail) {
        return new Declined(new Refusal(reason, detail));
    }

    /** The facts, for who knows that it may happen. @throws IllegalStateException if it may not */
    default List<Fact> orThrow() {
        return switch (this) {
            case Accepted yes -> yes.facts();
            case Declined no -> throw new IllegalStateException(no.refusal().toString());
        };
    }

    /** The same, but the facts happen no earlier than this. */
    default Decision notBefore(Instant earliest) {
        return switch (this) {
            case Accepted yes ->
                new Accepted(yes.facts(), yes.at() != null && yes.at().isAfter(earliest) ? yes.at() : earliest);
            case Declined no -> no;
        };
    }
}
