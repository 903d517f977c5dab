package io.dovira.eventstore.tlog;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** A SHA-256 hash, and the few ways in which RFC 6962 makes one. Immutable. */
public final class Hash {

    public static final int BYTES = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws IllegalArgumentException if these are not 32 bytes */
    public static Hash of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    static Hash of(byte[] bytes, int from, int length) {
        if (length != BYTES) {
            throw new IllegalArgumentException("a hash has " + BYTES + " bytes, not " + length);
        }
        return new Hash(Arrays.copyOfRange(bytes, from, from + length));
    }

    /** @throws IllegalArgumentException if it is not the base64 of 32 bytes */
    public static Hash ofBase64(String text) {
        return of(Base64.getDecoder().decode(text));
    }

    public static Hash ofHex(String text) {
        return of(HexFormat.of().parseHex(text));
    }

    /** SHA-256 of the bytes as they are. */
    public static Hash sha256(byte[] bytes, int from, int length) {
        MessageDigest digest = digest();
        digest.update(bytes, from, length);
        return new Hash(digest.digest());
    }

    public static Hash sha256(ByteBuffer bytes) {
        MessageDigest digest = digest();
        digest.update(bytes);
        return new Hash(digest.digest());
    }

    /** The hash of an entry as a leaf of a tree (RFC 6962, 2.1). */
    public static Hash leaf(byte[] entry) {
        MessageDigest digest = digest();
        digest.update(LEAF);
        return new Hash(digest.digest(entry));
    }

    /** The hash of two neighbours as their parent. */
    public static Hash node(Hash left, Hash right) {
        MessageDigest digest = digest();
        digest.update(NODE);
        digest.update(left.bytes);
        return new Hash(digest.digest(right.bytes));
    }

    /** The root of the tree without a leaf. */
    public static Hash ofNothing() {
        return new Hash(digest().digest());
    }

    /** The root over whole subtrees of one size, of which only the last may be smaller. */
    static Hash root(List<Hash> subtrees) {
        if (subtrees.isEmpty()) {
            return ofNothing();
        }
        if (subtrees.size() == 1) {
            return subtrees.getFirst();
        }
        int left = Integer.highestOneBit(subtrees.size() - 1);
        return node(root(subtrees.subList(0, left)), root(subtrees.subList(left, subtrees.size())));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    void writeTo(byte[] target, int at) {
        System.arraycopy(bytes, 0, target, at, BYTES);
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Hexadecimal. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
