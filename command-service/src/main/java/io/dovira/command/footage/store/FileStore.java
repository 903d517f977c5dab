package io.dovira.command.footage.store;

import io.dovira.events.FootageId;
import io.dovira.events.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Keeps content by its hash. Thread-safe; several processes may share one store.
 *
 * <p>What {@link #keep} has returned survives the death of any process and of the machine. What it did not return is not in the store, or is in it
 * under a name that nobody was told.
 */
public interface FileStore extends AutoCloseable {

    /**
     * Takes content in whole. The hash is computed while it is written, and compared before it gets its name.
     *
     * @param owner whose content it is: two owners never share a file, so that one can be deleted without a look at the other
     * @param sha256 hash that was announced
     * @param most bytes
     * @throws ContentDiffers if it has another hash, or no bytes; nothing is left of it
     * @throws ContentTooLarge if it has more bytes; nothing is left of it
     * @throws IOException if the sender broke off; nothing is left of it
     * @throws StoreUnavailable if the store cannot take it
     */
    KeptFile keep(FootageId owner, String sha256, InputStream content, long most) throws IOException;

    /**
     * The bytes of a file from {@code from} on, {@code length} of them. To be closed.
     *
     * @throws NoSuchFile if there is none
     * @throws StoreUnavailable if the store does not answer
     */
    InputStream open(String file, long from, long length);

    /**
     * Deletes a file; nothing happens if there is none.
     *
     * @throws StoreUnavailable if it may still be there
     */
    void delete(String file);

    /** Names of all files, in no order. */
    void forEach(Consumer<String> file);

    /** Deletes what uploads that broke off left behind before then. Returns how many there were. */
    int tidy(Instant before);

    /** @throws StoreUnavailable if nothing can be kept now */
    void probe();

    /** The SHA-256 of a file's bytes as they are now. @throws NoSuchFile if there is none */
    default String sha256(String file, IntConsumer read) {
        MessageDigest digest = Sha256.begin();
        try (InputStream in = open(file, 0, Long.MAX_VALUE)) {
            byte[] buffer = new byte[64 * 1024];
            for (int some = in.read(buffer); some >= 0; some = in.read(buffer)) {
                digest.update(buffer, 0, some);
                read.accept(some);
            }
            return Sha256.end(digest);
        } catch (IOException e) {
            throw new StoreUnavailable("the file " + file + " cannot be read", e);
        }
    }

    @Override
    void close();
}
