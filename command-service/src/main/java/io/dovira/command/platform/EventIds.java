package io.dovira.command.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Event ids that are the same each time the same thing is recorded: version 5 UUIDs (RFC 9562, SHA-1 over a name) in a name space of ours.
 * With them the log itself tells a repeat from something new.
 */
public final class EventIds {
    private static final UUID NAMESPACE = UUID.fromString("6f0d2f8e-6f1c-5a0e-9c3b-0b7a4a1f5d11");

    private EventIds() {}

    /** The id of what bears this name; equal names give equal ids. */
    public static String of(String name) {
        MessageDigest sha1;
        try {
            sha1 = MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
        sha1.update(ByteBuffer.allocate(16)
                .putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits())
                .flip());
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
        long high = (hash.getLong() & ~0xf000L) | 0x5000L;
        long low = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
