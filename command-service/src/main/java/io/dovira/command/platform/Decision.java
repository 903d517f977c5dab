package io.dovira.command.platform;

import io.dovira.events.Fact;
import java.util.List;

/** What a decider answers to a command: facts, or no. */
public sealed interface Decision {

    /** These happened; they are recorded together, in this order. */
    record Accepted(List<Fact> facts) implements Decision {
        public Accepted {
            facts = List.copyOf(facts);
        }
    }

    /** It may not happen. */
    record Declined(Refusal refusal) implements Decision {}

    static Decision accept(Fact... facts) {
        return new Accepted(List.of(facts));
    }

    static Decision refuse(Reason reason, String detail) {
        return new Declined(new Refusal(reason, detail));
    }
}
