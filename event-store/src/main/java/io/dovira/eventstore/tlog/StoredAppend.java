package io.dovira.eventstore.tlog;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One document of the collection {@code commits}, read from its bytes by the letter: a name that should not be there, one that is there twice,
 * another type, a key that does not fit its event are refused. So whatever byte was changed is found, be it here or by the hash of the leaf.
 *
 * <p>Knows the stored names by itself, on purpose: it checks what others have written.
 */
public final class StoredAppend {

    private static final int STRING = 2;
    private static final int DOCUMENT = 3;
    private static final int ARRAY = 4;
    private static final int DATE_TIME = 9;
    private static final int INT32 = 16;
    private static final int INT64 = 18;

    /** SHA-256 of the empty document, which absent meta counts as. */
    private static final Hash NO_META = Hash.sha256(new byte[] {5, 0, 0, 0, 0}, 0, 5);

    private final byte[] bytes;
    private final ByteBuffer in;

    private StoredAppend(byte[] bytes) {
        this.bytes = bytes;
        this.in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The events of the append, in order.
     *
     * @param first the position that must be its first
     * @throws Broken if it is not as a writer of ours leaves it
     */
    public static List<Leaf> read(byte[] document, long first) {
        try {
            return new StoredAppend(document).read(first);
        } catch (java.nio.BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new Broken(first, "the document ends in the middle");
        } catch (IllegalArgumentException e) {
            // A limit behind the end.
            throw new Broken(first, "a length in the document points behind its end");
        }
    }

    /** What is wrong, and from which position on. */
    public static final class Broken extends RuntimeException {
        private final long position;

        public Broken(long position, String what) {
            super(what);
            this.position = position;
        }

        public long position() {
            return position;
        }
    }

    /** Of an event, as far as it was read. */
    private static final class Parts {
        private @Nullable String id;
        private @Nullable String type;
        private @Nullable Integer revision;
        private @Nullable String stream;
        private @Nullable Long sequence;
        private @Nullable Instant occurredAt;
        private List<String> tags = List.of();
        private @Nullable Hash payload;
        private @Nullable Hash meta;

        private Leaf at(long position, Instant recordedAt) {
            if (id == null
                    || type == null
                    || revision == null
                    || stream == null
                    || sequence == null
                    || occurredAt == null
                    || payload == null) {
                throw new Broken(position, "the event lacks its id, type, revision, stream, sequence, time or payload");
            }
            return new Leaf(
                    position,
                    recordedAt,
                    occurredAt,
                    sequence,
                    revision,
                    id,
                    type,
                    stream,
                    tags,
                    payload,
                    meta == null ? NO_META : meta);
        }
    }

    private List<Leaf> read(long expected) {
        Long first = null;
        Integer count = null;
        Instant recordedAt = null;
        List<String> keys = null;
        List<Parts> parts = null;
        Set<String> seen = new HashSet<>();
        int end = begin(expected);
        if (end != bytes.length) {
            throw new Broken(expected, "the document says it has " + end + " bytes and has " + bytes.length);
        }
        for (int type = in.get(); type != 0; type = in.get()) {
            String name = name(expected);
            once(seen, name, expected);
            switch (name) {
                case "_id" -> {
                    first = int64(type, name, expected);
                    if (first != expected) {
                        throw elsewhere(expected, first);
                    }
                }
                case "n" -> count = int32(type, name, expected);
                case "rts" -> recordedAt = time(type, name, expected);
                case "k" -> keys = texts(type, name, expected);
                case "ev" -> parts = events(type, expected);
                default -> throw unknown(name, expected);
            }
        }
        finish(end, expected);
        if (first == null || count == null || recordedAt == null || keys == null || parts == null) {
            throw new Broken(expected, "the append lacks its position, count, time, keys or events");
        }
        return put(expected, count, recordedAt, keys, parts);
    }

    private static Broken elsewhere(long expected, long first) {
        return new Broken(
                expected,
                first > expected
                        ? "it is missing: the next append begins at position " + first
                        : "an append that begins at position " + first + " stands in its place");
    }

    private static List<Leaf> put(long first, int count, Instant recordedAt, List<String> keys, List<Parts> parts) {
        if (count != parts.size() || count < 1) {
            throw new Broken(first, "the append says it holds " + count + " events and holds " + parts.size());
        }
        List<Leaf> leaves = new ArrayList<>(count);
        for (Parts each : parts) {
            leaves.add(each.at(first + leaves.size(), recordedAt));
        }
        for (int i = 0; i < count; i++) {
            Leaf leaf = leaves.get(i);
            String key = leaf.stream() + "/" + leaf.sequence();
            if (i >= keys.size() || !keys.get(i).equals(key)) {
                throw new Broken(leaf.position(), "its key in the append is not " + key);
            }
        }
        if (keys.size() != count) {
            throw new Broken(first, "the append has " + keys.size() + " keys for " + count + " events");
        }
        return leaves;
    }

    private List<Parts> events(int type, long first) {
        require(type == ARRAY, "ev", first);
        List<Parts> events = new ArrayList<>();
        int end = begin(first);
        for (int element = in.get(); element != 0; element = in.get()) {
            long position = first + events.size();
            require(name(position).equals(Integer.toString(events.size())), "ev", position);
            require(element == DOCUMENT, "ev", position);
            events.add(event(position));
        }
        finish(end, first + events.size());
        return events;
    }

    private Parts event(long position) {
        Parts parts = new Parts();
        Set<String> seen = new HashSet<>();
        int end = begin(position);
        for (int type = in.get(); type != 0; type = in.get()) {
            String name = name(position);
            once(seen, name, position);
            switch (name) {
                case "eid" -> parts.id = text(type, name, position);
                case "type" -> parts.type = text(type, name, position);
                case "rev" -> parts.revision = int32(type, name, position);
                case "stream" -> parts.stream = text(type, name, position);
                case "seq" -> parts.sequence = int64(type, name, position);
                case "at" -> parts.occurredAt = time(type, name, position);
                case "tags" -> parts.tags = texts(type, name, position);
                case "pl" -> parts.payload = digest(type, name, position);
                case "meta" -> parts.meta = digest(type, name, position);
                default -> throw unknown(name, position);
            }
        }
        finish(end, position);
        return parts;
    }

    private List<String> texts(int type, String what, long position) {
        require(type == ARRAY, what, position);
        List<String> texts = new ArrayList<>();
        int end = begin(position);
        for (int element = in.get(); element != 0; element = in.get()) {
            require(name(position).equals(Integer.toString(texts.size())), what, position);
            texts.add(text(element, what, position));
        }
        finish(end, position);
        return texts;
    }

    private String text(int type, String what, long position) {
        require(type == STRING, what, position);
        int length = in.getInt();
        require(length > 0 && length <= in.remaining(), what, position);
        String text = utf8(length - 1, what, position);
        require(in.get() == 0, what, position);
        return text;
    }

    private String utf8(int length, String what, long position) {
        ByteBuffer part = in.slice(in.position(), length);
        in.position(in.position() + length);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(part).toString();
        } catch (CharacterCodingException e) {
            throw new Broken(position, what + " is no text");
        }
    }

    private Hash digest(int type, String what, long position) {
        require(type == DOCUMENT, what, position);
        int from = in.position();
        int end = begin(position);
        in.position(end);
        require(end - from >= 5 && bytes[end - 1] == 0, what, position);
        return Hash.sha256(bytes, from, end - from);
    }

    private long int64(int type, String what, long position) {
        require(type == INT64, what, position);
        return in.getLong();
    }

    private int int32(int type, String what, long position) {
        require(type == INT32, what, position);
        return in.getInt();
    }

    private Instant time(int type, String what, long position) {
        require(type == DATE_TIME, what, position);
        return Instant.ofEpochMilli(in.getLong());
    }

    private String name(long position) {
        int from = in.position();
        int to = from;
        while (bytes[to] != 0) {
            to++;
        }
        String name = utf8(to - from, "a name", position);
        in.get();
        return name;
    }

    /** Reads the length that a document or an array begins with; where it ends. */
    private int begin(long position) {
        int from = in.position();
        int length = in.getInt();
        if (length < 5 || length > bytes.length - from) {
            throw new Broken(position, "a length in the document points behind its end");
        }
        return from + length;
    }

    private void finish(int end, long position) {
        if (in.position() != end) {
            throw new Broken(position, "a length in the document is wrong");
        }
    }

    private static void once(Set<String> seen, String name, long position) {
        if (!seen.add(name)) {
            throw new Broken(position, "'" + name + "' stands there twice");
        }
    }

    private static Broken unknown(String name, long position) {
        return new Broken(position, "'" + name + "' does not belong there");
    }

    private static void require(boolean holds, String what, long position) {
        if (!holds) {
            throw new Broken(position, "'" + what + "' cannot be read");
        }
    }
}
