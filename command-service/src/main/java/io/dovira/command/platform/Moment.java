package io.dovira.command.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * When something is said to have happened, and what time it is. Late entries are welcome; the log shows how late they are.
 *
 * @param now when the request came
 * @param occurredAt when it happened
 * @param given whether the sender says so; otherwise it happens now
 */
public record Moment(Instant now, Instant occurredAt, boolean given) {
    /** Clocks of kiosks and phones run ahead a little; more than this is a mistake. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** A time that the sender gives. */
    public static Moment at(Instant now, Instant occurredAt) {
        return new Moment(now, occurredAt, true);
    }

    /** It happens now. */
    public static Moment now(Instant now) {
        return new Moment(now, now, false);
    }

    /** The refusal of a time that has not come. */
    public Optional<Decision> ifInTheFuture() {
        return occurredAt.isAfter(now.plus(TOLERANCE))
                ? Optional.of(Decision.refuse(
                        PlatformReason.IN_THE_FUTURE,
                        "occurredAt " + occurredAt + " is more than " + TOLERANCE.toMinutes() + " minutes after " + now
                                + "."))
                : Optional.empty();
    }

    /**
     * Decides on what cannot happen before {@code last}, the newest fact that it has to follow. A given time before it is refused. What
     * happens now does follow it, whatever the clock says: the clock of another service or of a kiosk may run ahead of this one, and nobody
     * must wait for it to come true.
     */
    public Decision notBefore(Instant last, Supplier<Decision> decision) {
        if (!occurredAt.isBefore(last)) {
            return decision.get();
        }
        return given
                ? Decision.refuse(
                        PlatformReason.BEFORE_LAST_FACT,
                        "occurredAt " + occurredAt + " is before " + last
                                + ", when the last fact that it follows happened.")
                : decision.get().notBefore(last);
    }
}
