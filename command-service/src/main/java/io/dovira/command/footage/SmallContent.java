package io.dovira.command.footage;

import io.dovira.command.footage.store.FileStore;
import io.dovira.command.footage.store.StoreUnavailable;
import io.dovira.events.FootageId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/** Takes content in that is small enough to be at hand, the way every upload is taken in: the store comes first, then the fact. Thread-safe. */
@Component
public final class SmallContent {
    private final FileStore store;

    SmallContent(FileStore store) {
        this.store = store;
    }

    /**
     * The name under which the store keeps it; a fact that names it may be recorded from now on.
     *
     * @throws UncheckedIOException if the store does not take it now, or it has another hash
     */
    public String keep(FootageId owner, String sha256, byte[] content) {
        try {
            return store.keep(owner, sha256, new ByteArrayInputStream(content), content.length)
                    .file();
        } catch (StoreUnavailable e) {
            throw new UncheckedIOException(new IOException(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
