package io.dovira.events.visits;

import io.dovira.events.TypedCode;
import io.dovira.events.VisitId;
import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a visitor holds to follow the own visit without a sign-in: 125 bits as 25 digits of a {@link TypedCode}.
 *
 * <p>It stands in no fact and in no view. The id of the visit is made of its digest, so whoever holds the code finds the visit, and whoever knows the
 * visit does not find the code. A visit whose id was made otherwise has no code.
 */
public record TicketCode(String value) {
    private static final Pattern FORM = Pattern.compile("[" + TypedCode.DIGITS + "]{" + TypedCode.LENGTH + "}");

    public TicketCode {
        value = TypedCode.read(value);
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a ticket code has " + TypedCode.LENGTH + " letters and digits");
        }
    }

    /**
     * The code that these bits make: always the same one.
     *
     * @param bits at least 125 of them; unguessable if they are
     */
    public static TicketCode of(byte[] bits) {
        return new TicketCode(TypedCode.of(bits));
    }

    /**
     * The visit that it opens: the first 122 bits of its digest as a UUID of version 8 (RFC 9562). Anybody can make a code of one's own and arrive under
     * the id that it gives, also a desk that has lost its connection.
     */
    public VisitId visit() {
        ByteBuffer digest = ByteBuffer.wrap(TypedCode.digest(value));
        long high = (digest.getLong() & ~0xf000L) | 0x8000L;
        long low = (digest.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new VisitId(new UUID(high, low).toString());
    }

    /** As it is printed: {@code 7K2QF-0M9XA-...}. */
    public String printed() {
        return TypedCode.printed(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
