package io.dovira.command.platform;

import java.util.List;

/**
 * Facts that are recorded together or not at all, at consecutive positions, in this order.
 *
 * @param parts one for each stream that takes part; rarely more than one
 */
public record Append(List<Part> parts) {

    /**
     * Facts of one stream.
     *
     * @param firstSequence the place that the first of them will have in the stream: 0 begins it
     */
    public record Part(String stream, long firstSequence, List<NewFact> facts) {
        public Part {
            facts = List.copyOf(facts);
        }
    }

    public Append {
        parts = List.copyOf(parts);
    }

    /** Facts of one stream; {@code expectedSequence} is the place of the first, so 0 expects that there is no such stream yet. */
    public Append(String stream, long expectedSequence, List<NewFact> facts) {
        this(List.of(new Part(stream, expectedSequence, facts)));
    }
}
