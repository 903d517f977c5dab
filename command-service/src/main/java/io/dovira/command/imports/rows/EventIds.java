package io.dovira.command.imports.rows;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Ids of imported facts: name-based UUIDs (RFC 9562, version 5) over source, thing and step. Reading the same file again, or a newer one
 * that tells the same fact, gives the same id, and the log holds each id once.
 */
public final class EventIds {

    /** Namespace of everything imported; changing it would record all history again. */
    private static final UUID NAMESPACE = UUID.fromString("6f1d3c1e-7a52-5d0b-9a6e-2f0c4b8d9e31");

    private static final byte[] NAMESPACE_BYTES = ByteBuffer.allocate(16)
            .putLong(NAMESPACE.getMostSignificantBits())
            .putLong(NAMESPACE.getLeastSignificantBits())
            .array();

    private EventIds() {}

    /** The id of a step of a thing. The parts are joined by a character that no file may hold, so that they cannot run into each other. */
    public static String of(String source, String thing, String step) {
        MessageDigest sha1 = sha1();
        sha1.update(NAMESPACE_BYTES);
        byte[] hash = sha1.digest((source + "\0" + thing + "\0" + step).getBytes(StandardCharsets.UTF_8));
        ByteBuffer bytes = ByteBuffer.wrap(hash);
        long high = (bytes.getLong() & ~0xF000L) | 0x5000L;
        long low = (bytes.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
