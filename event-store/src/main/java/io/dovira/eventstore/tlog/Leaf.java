package io.dovira.eventstore.tlog;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What of an event is sealed: everything, payload and meta by the digest of their stored bytes. The canonical form is history: another one
 * would have another first byte.
 *
 * <pre>
 *   01                          version of this form
 *   position                    int64, big-endian, as are all numbers
 *   recordedAt, occurredAt      int64 each, milliseconds since 1970
 *   sequence                    int64
 *   revision                    int32
 *   event id, type, stream      int32 length, then as many bytes of UTF-8, each
 *   tags                        int32 count, then each tag as a text above
 *   payload digest              32 bytes, SHA-256 of the BSON document as it is stored
 *   meta digest                 32 bytes, the same; absent meta is the empty document
 * </pre>
 *
 * <p>Every part has a fixed length or says it, so no two events have one form. It holds no personal data: payloads are in it as digests only.
 */
public record Leaf(
        long position,
        Instant recordedAt,
        Instant occurredAt,
        long sequence,
        int revision,
        String id,
        String type,
        String stream,
        List<String> tags,
        Hash payload,
        Hash meta) {

    private static final byte VERSION = 1;
    private static final int FIXED = 1 + 4 * Long.BYTES + 5 * Integer.BYTES + 2 * Hash.BYTES;

    public Leaf {
        tags = List.copyOf(tags);
    }

    /** The canonical form: the entry of the tree. */
    public byte[] entry() {
        List<byte[]> texts = new ArrayList<>(3 + tags.size());
        texts.add(utf8(id));
        texts.add(utf8(type));
        texts.add(utf8(stream));
        tags.forEach(tag -> texts.add(utf8(tag)));
        int length = FIXED + Integer.BYTES * tags.size();
        for (byte[] text : texts) {
            length += text.length;
        }
        ByteBuffer out = ByteBuffer.allocate(length);
        out.put(VERSION);
        out.putLong(position).putLong(recordedAt.toEpochMilli()).putLong(occurredAt.toEpochMilli());
        out.putLong(sequence).putInt(revision);
        for (int i = 0; i < texts.size(); i++) {
            if (i == 3) {
                out.putInt(tags.size());
            }
            out.putInt(texts.get(i).length).put(texts.get(i));
        }
        if (tags.isEmpty()) {
            out.putInt(0);
        }
        out.put(payload.bytes()).put(meta.bytes());
        return out.array();
    }

    /** Its place in the tree. */
    public Hash hash() {
        return Hash.leaf(entry());
    }

    /**
     * Reads a canonical form.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Leaf of(byte[] entry) {
        try {
            ByteBuffer in = ByteBuffer.wrap(entry);
            if (in.get() != VERSION) {
                throw new IllegalArgumentException("not a form of an event that is known here");
            }
            long position = in.getLong();
            Instant recordedAt = Instant.ofEpochMilli(in.getLong());
            Instant occurredAt = Instant.ofEpochMilli(in.getLong());
            long sequence = in.getLong();
            int revision = in.getInt();
            String id = text(in);
            String type = text(in);
            String stream = text(in);
            int count = in.getInt();
            List<String> tags = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                tags.add(text(in));
            }
            Leaf leaf = new Leaf(
                    position, recordedAt, occurredAt, sequence, revision, id, type, stream, tags, hash(in), hash(in));
            // One form per event: what does not come out as it went in is not canonical.
            if (in.hasRemaining() || !Arrays.equals(leaf.entry(), entry)) {
                throw new IllegalArgumentException("not the canonical form of an event");
            }
            return leaf;
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("the form of the event is cut off", e);
        }
    }

    private static String text(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("a text of " + length + " bytes does not fit");
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Hash hash(ByteBuffer in) {
        byte[] bytes = new byte[Hash.BYTES];
        in.get(bytes);
        return Hash.of(bytes);
    }

    /** Strict: two texts that differ never become the same bytes. */
    private static byte[] utf8(String text) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8
                    .newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("half a character: '" + text + "' has no form in UTF-8", e);
        }
    }
}
