package io.dovira.events.corrections;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Corrections of one stream that a second person has to approve.
 *
 * @param proposed how many ever were; the next number less one
 * @param waiting those that nobody has decided on, in order
 */
public record Corrections(int proposed, List<Proposal> waiting) {
    public static final Corrections NONE = new Corrections(0, List.of());

    public Corrections {
        waiting = List.copyOf(waiting);
    }

    public Optional<Proposal> waiting(int number) {
        return waiting.stream().filter(each -> each.number() == number).findFirst();
    }

    public Corrections with(ProposedCorrection fact) {
        List<Proposal> more = new ArrayList<>(waiting);
        more.add(new Proposal(
                fact.number(),
                fact.ofEventId(),
                fact.ofLeg(),
                fact.field().name(),
                fact.was(),
                fact.is(),
                fact.reason(),
                fact.proposedBy()));
        return new Corrections(fact.number(), more);
    }

    /** @param number of the proposal that was decided on; null if a correction needed none */
    public Corrections without(@Nullable Integer number) {
        return number == null
                ? this
                : new Corrections(
                        proposed,
                        waiting.stream().filter(each -> each.number() != number).toList());
    }
}
