package io.dovira.command.footage.store;

import java.io.IOException;
import java.io.Serial;

/** The content is not what was announced. */
public final class ContentDiffers extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    ContentDiffers(String what) {
        super(what);
    }
}
