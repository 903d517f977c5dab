package io.dovira.command.footage.store;

import java.io.IOException;
import java.io.Serial;

/** The content has more bytes than are taken. */
public final class ContentTooLarge extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    ContentTooLarge(String what) {
        super(what);
    }
}
