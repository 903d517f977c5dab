package io.dovira.command.footage.store;

import java.io.Serial;

/** The store has no file of that name. */
public final class NoSuchFile extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    NoSuchFile(String file) {
        super("there is no file " + file);
    }
}
