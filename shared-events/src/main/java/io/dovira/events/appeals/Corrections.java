package io.dovira.events.appeals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Corrections that a second person has to approve.
 *
 * @param proposed how many ever were
 * @param waiting those that nobody has decided on, in order
 */
public record Corrections(int proposed, List<AppealProposal> waiting) {
    static final Corrections NONE = new Corrections(0, List.of());

    public Corrections {
        waiting = List.copyOf(waiting);
    }

    public Optional<AppealProposal> waiting(int number) {
        return waiting.stream().filter(each -> each.number() == number).findFirst();
    }

    Corrections with(AppealCorrectionProposed f) {
        List<AppealProposal> more = new ArrayList<>(waiting);
        more.add(new AppealProposal(f.number(), f.ofEventId(), f.field(), f.was(), f.is(), f.reason(), f.proposedBy()));
        return new Corrections(f.number(), more);
    }

    Corrections without(int number) {
        return new Corrections(
                proposed,
                waiting.stream().filter(each -> each.number() != number).toList());
    }
}
