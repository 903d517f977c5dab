package io.dovira.command.platform;

import java.io.Serial;

/** Carries a {@link Refusal} to the edge, where it becomes a problem detail. Deciders return refusals; they do not throw. */
public final class Refused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    public Refused(Refusal refusal) {
        // No stack trace: a refusal is an answer, not an accident, and there may be many.
        super(refusal.detail(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
