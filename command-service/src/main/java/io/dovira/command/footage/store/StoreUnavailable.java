package io.dovira.command.footage.store;

import java.io.Serial;

/** The store does not answer, or cannot take or give what it is asked for. */
public final class StoreUnavailable extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public StoreUnavailable(String what, Throwable cause) {
        super(what, cause);
    }
}
