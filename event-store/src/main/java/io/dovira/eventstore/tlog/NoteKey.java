package io.dovira.eventstore.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The public Ed25519 key that notes are verified with. As text: {@code name+hash+base64}, the form that Go's {@code note} package and the
 * tools of the transparency world take.
 */
public final class NoteKey {

    static final byte ED25519 = 1;
    static final String ALGORITHM = "Ed25519";
    static final int KEY_BYTES = 32;

    /** What stands before the 32 bytes of a key in its X.509 form (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final Pattern TEXT = Pattern.compile("([^+]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]+)");

    private final String name;
    private final byte[] raw;
    private final PublicKey key;

    private NoteKey(String name, byte[] raw, PublicKey key) {
        this.name = name;
        this.raw = raw;
        this.key = key;
    }

    static NoteKey of(String name, byte[] raw) {
        if (!isName(name)) {
            throw new IllegalArgumentException("a key needs a name without spaces and plus, not '" + name + "'");
        }
        if (raw.length != KEY_BYTES) {
            throw new IllegalArgumentException("an Ed25519 key has " + KEY_BYTES + " bytes, not " + raw.length);
        }
        byte[] encoded = Arrays.copyOf(X509, X509.length + KEY_BYTES);
        System.arraycopy(raw, 0, encoded, X509.length, KEY_BYTES);
        try {
            return new NoteKey(
                    name,
                    raw.clone(),
                    KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 key: " + e.getMessage(), e);
        }
    }

    /**
     * Reads {@code name+hash+base64}.
     *
     * @throws IllegalArgumentException if it is no key, or its hash is not that of the key
     */
    public static NoteKey of(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a key is written name+hash+base64");
        }
        byte[] typed = Base64.getDecoder().decode(matcher.group(3));
        if (typed.length != 1 + KEY_BYTES || typed[0] != ED25519) {
            throw new IllegalArgumentException("not an Ed25519 key");
        }
        NoteKey key = of(matcher.group(1), Arrays.copyOfRange(typed, 1, typed.length));
        if (!HexFormat.of().toHexDigits(key.id()).equals(matcher.group(2))) {
            throw new IllegalArgumentException("the key is mistyped: its hash is not " + matcher.group(2));
        }
        return key;
    }

    static boolean isName(String name) {
        return !name.isEmpty() && name.indexOf('+') < 0 && name.chars().noneMatch(NoteKey::isSpaceOrControl);
    }

    private static boolean isSpaceOrControl(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    public String name() {
        return name;
    }

    /** First four bytes of SHA-256 over name, newline, kind and key. */
    public int id() {
        MessageDigest digest = Hash.digest();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(ED25519);
        digest.update(raw);
        return ByteBuffer.wrap(digest.digest()).getInt();
    }

    /**
     * The text of the note, which this key has signed.
     *
     * @throws IllegalArgumentException if it has not, or not this text
     */
    public String verified(SignedNote note) {
        boolean signed = false;
        for (SignedNote.Signature signature : note.signatures()) {
            if (signature.name().equals(name) && signature.keyId() == id()) {
                if (!verifies(note.text(), signature.bytes())) {
                    throw new IllegalArgumentException("the signature of " + name + " does not fit the note");
                }
                signed = true;
            }
        }
        if (!signed) {
            throw new IllegalArgumentException("the note is not signed by " + this);
        }
        return note.text();
    }

    private boolean verifies(String text, byte[] bytes) {
        try {
            Signature ed25519 = Signature.getInstance(ALGORITHM);
            ed25519.initVerify(key);
            ed25519.update(text.getBytes(StandardCharsets.UTF_8));
            return ed25519.verify(bytes);
        } catch (GeneralSecurityException e) {
            // A signature of the wrong length, or no point of the curve.
            return false;
        }
    }

    /** {@code name+hash+base64}. */
    @Override
    public String toString() {
        byte[] typed = ByteBuffer.allocate(1 + KEY_BYTES).put(ED25519).put(raw).array();
        return name + "+" + HexFormat.of().toHexDigits(id()) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }
}
