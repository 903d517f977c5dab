package io.dovira.events.corrections;

import org.jspecify.annotations.Nullable;

/** A fact by which somebody proposes a correction; it changes nothing until a second person has approved it. */
public interface ProposedCorrection {
    /** From 1 inside the stream. */
    int number();

    String ofEventId();

    /** Of a visit; null elsewhere. */
    default @Nullable Integer ofLeg() {
        return null;
    }

    Enum<?> field();

    String was();

    String is();

    String reason();

    String proposedBy();
}
