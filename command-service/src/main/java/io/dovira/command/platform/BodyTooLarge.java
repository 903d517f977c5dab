package io.dovira.command.platform;

import java.io.Serial;

/** The body is longer than any command needs. Becomes a 413 problem. */
public final class BodyTooLarge extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public BodyTooLarge(long most) {
        super("A body has at most " + most + " bytes here.", null, false, false);
    }
}
