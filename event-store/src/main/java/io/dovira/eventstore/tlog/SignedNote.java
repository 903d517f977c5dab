package io.dovira.eventstore.tlog;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A text and who signed it (C2SP signed-note):
 *
 * <pre>
 *   dovira.example/log
 *   812334
 *   CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
 *
 *   — dovira.example/log Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
 * </pre>
 *
 * @param text ends with a newline; what is signed
 */
public record SignedNote(String text, List<Signature> signatures) {

    private static final int LARGEST = 1_000_000;
    private static final int MOST_SIGNATURES = 100;
    private static final String MARK = "— ";

    /** By whom: the name of a key, the first four bytes of a hash of name and key, and the signature itself. */
    public static final class Signature {
        private final String name;
        private final int keyId;
        private final byte[] bytes;

        Signature(String name, int keyId, byte[] bytes) {
            this.name = name;
            this.keyId = keyId;
            this.bytes = bytes.clone();
        }

        public String name() {
            return name;
        }

        public int keyId() {
            return keyId;
        }

        byte[] bytes() {
            return bytes.clone();
        }

        private String line() {
            byte[] all = ByteBuffer.allocate(Integer.BYTES + bytes.length)
                    .putInt(keyId)
                    .put(bytes)
                    .array();
            return MARK + name + " " + Base64.getEncoder().encodeToString(all) + "\n";
        }
    }

    public SignedNote {
        signatures = List.copyOf(signatures);
    }

    /**
     * Reads a note; verifies nothing.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static SignedNote of(String note) {
        if (note.length() > LARGEST) {
            throw new IllegalArgumentException("a note of " + note.length() + " characters is refused");
        }
        if (note.chars().anyMatch(c -> (c < ' ' && c != '\n') || c == 0xFFFD)) {
            throw new IllegalArgumentException("a note holds no control characters and is UTF-8");
        }
        int split = note.lastIndexOf("\n\n");
        if (split < 0 || !note.endsWith("\n")) {
            throw new IllegalArgumentException("a note is a text, an empty line and signatures, each with a newline");
        }
        List<Signature> signatures = new ArrayList<>();
        for (String line : note.substring(split + 2).lines().toList()) {
            signatures.add(signature(line));
        }
        if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
            throw new IllegalArgumentException("a note has 1 to " + MOST_SIGNATURES + " signatures");
        }
        return new SignedNote(note.substring(0, split + 1), signatures);
    }

    private static Signature signature(String line) {
        String[] parts = line.startsWith(MARK) ? line.substring(MARK.length()).split(" ", -1) : new String[0];
        if (parts.length != 2 || !NoteKey.isName(parts[0])) {
            throw new IllegalArgumentException("not a line of a signature: " + line);
        }
        byte[] bytes = Base64.getDecoder().decode(parts[1]);
        if (bytes.length <= Integer.BYTES) {
            throw new IllegalArgumentException("a signature is too short: " + line);
        }
        return new Signature(
                parts[0], ByteBuffer.wrap(bytes).getInt(), Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length));
    }

    /** The whole note as it is published. */
    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()));
        return note.toString();
    }
}
