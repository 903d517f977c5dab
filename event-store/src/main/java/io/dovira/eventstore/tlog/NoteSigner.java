package io.dovira.eventstore.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Signs notes with an Ed25519 key. Kept as two lines, the private key as Go's {@code note} package writes it and the public one:
 *
 * <pre>
 *   PRIVATE+KEY+dovira.example/log+c74f20a3+AYEKFALV...
 *   dovira.example/log+c74f20a3+ARpc2QcU...
 * </pre>
 */
public final class NoteSigner {

    private static final Pattern TEXT =
            Pattern.compile("PRIVATE\\+KEY\\+([^+\\s]+\\+[0-9a-f]{8})\\+([A-Za-z0-9+/=]+)\\s+(\\S+)");

    /** What stands before the 32 bytes of a key in its PKCS #8 form (RFC 8410). */
    private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private final NoteKey key;
    private final byte[] seed;
    private final PrivateKey secret;

    private NoteSigner(NoteKey key, byte[] seed) throws GeneralSecurityException {
        this.key = key;
        this.seed = seed;
        byte[] encoded = Arrays.copyOf(PKCS8, PKCS8.length + seed.length);
        System.arraycopy(seed, 0, encoded, PKCS8.length, seed.length);
        this.secret = KeyFactory.getInstance(NoteKey.ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        // Two halves of different keys would sign what nobody can verify.
        key.verified(sign("probe\n"));
    }

    /** A new key. */
    public static NoteSigner generate(String name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(NoteKey.ALGORITHM).generateKeyPair();
            return new NoteSigner(
                    NoteKey.of(name, last(pair.getPublic().getEncoded())),
                    last(pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform has no Ed25519", e);
        }
    }

    /**
     * Reads both lines.
     *
     * @throws IllegalArgumentException if they are no key, or not of one pair; tells nothing of the private one
     */
    public static NoteSigner of(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "a signing key is two lines: PRIVATE+KEY+name+hash+base64, name+hash+base64");
        }
        NoteKey key = NoteKey.of(matcher.group(3));
        byte[] typed = Base64.getDecoder().decode(matcher.group(2));
        if (typed.length != 1 + NoteKey.KEY_BYTES
                || typed[0] != NoteKey.ED25519
                || !key.toString().startsWith(matcher.group(1) + "+")) {
            throw new IllegalArgumentException("the private key is not the one of " + key);
        }
        try {
            return new NoteSigner(key, Arrays.copyOfRange(typed, 1, typed.length));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the private key of " + key + " cannot be read", e);
        }
    }

    private static byte[] last(byte[] encoded) {
        return Arrays.copyOfRange(encoded, encoded.length - NoteKey.KEY_BYTES, encoded.length);
    }

    public NoteKey key() {
        return key;
    }

    /** @param text ends with a newline */
    public SignedNote sign(String text) {
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("what is signed ends with a newline");
        }
        try {
            Signature ed25519 = Signature.getInstance(NoteKey.ALGORITHM);
            ed25519.initSign(secret);
            ed25519.update(text.getBytes(StandardCharsets.UTF_8));
            return new SignedNote(text, List.of(new SignedNote.Signature(key.name(), key.id(), ed25519.sign())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    /** Both lines. A secret: never logged. */
    public String secretText() {
        byte[] typed = ByteBuffer.allocate(1 + seed.length)
                .put(NoteKey.ED25519)
                .put(seed)
                .array();
        return "PRIVATE+KEY+" + key.name() + "+" + HexFormat.of().toHexDigits(key.id()) + "+"
                + Base64.getEncoder().encodeToString(typed) + "\n" + key + "\n";
    }

    /** The public key only. */
    @Override
    public String toString() {
        return "NoteSigner[" + key + "]";
    }
}
