package io.dovira.query.estimates;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the holder of a ticket's code may know without a sign-in: the own visit, and of others only how many are ahead. Names are by language tag.
 *
 * @param position up to which the place in line is complete
 * @param at when this was made
 * @param queuedAt since when the present wait, or the last one, has gone on
 * @param desk where the visitor is called to or served; null while waiting
 * @param place null unless the visitor waits
 * @param range when the visitor is probably called; null if nothing was told, and {@code why} says why
 */
record TicketView(
        long position,
        Instant at,
        String ticket,
        String office,
        Map<String, String> officeName,
        String timeZone,
        String service,
        Map<String, String> serviceName,
        State state,
        Instant arrivedAt,
        Instant queuedAt,
        @Nullable Instant calledAt,
        @Nullable Instant endedAt,
        @Nullable String desk,
        Map<String, String> deskName,
        @Nullable Place place,
        @Nullable Range range,
        @Nullable Untold why) {

    /** Where the visit stands, as a visitor would say. */
    enum State {
        WAITING,
        CALLED,
        IN_SERVICE,
        ON_HOLD,
        SERVED,
        NO_SHOW,
        LEFT,
        CLOSED
    }

    /** Why no range was told. */
    enum Untold {
        /** Nobody worked at a desk. */
        NOBODY_WORKS,
        /** Too little is known of how long services take here, or of how good forecasts are. */
        TOO_FEW,
        /** The visitor waits for a certain desk or person. */
        RESERVED,
        /** The visitor was called before, and waits again. */
        AGAIN
    }

    /**
     * @param ahead who is to be called before
     * @param desks at work now
     */
    record Place(int ahead, int desks) {}

    /** Eight of ten are called between the two, told when the wait began. */
    record Range(Instant toldAt, Instant from, Instant to) {
        static @Nullable Range of(@Nullable Estimate estimate) {
            if (estimate == null || estimate.fromSeconds() == null || estimate.toSeconds() == null) {
                return null;
            }
            return new Range(
                    estimate.madeAt(),
                    estimate.madeAt().plusSeconds(estimate.fromSeconds()),
                    estimate.madeAt().plusSeconds(estimate.toSeconds()));
        }
    }
}
