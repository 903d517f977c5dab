package io.dovira.command.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When something is said to have happened, and what time it is. Late entries are welcome; the log shows how late they are.
 *
 * @param now when the request came
 * @param occurredAt when it happened
 */
public record Moment(Instant now, Instant occurredAt) {
    /** Clocks of kiosks and phones run ahead a little; more than this is a mistake. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** The refusal of a time that has not come. */
    public Optional<Decision> ifInTheFuture() {
        return occurredAt.isAfter(now.plus(TOLERANCE))
                ? Optional.of(Decision.refuse(
                        PlatformReason.IN_THE_FUTURE,
                        "occurredAt " + occurredAt + " is more than " + TOLERANCE.toMinutes() + " minutes after " + now
                                + "."))
                : Optional.empty();
    }

    /** The refusal of a time before {@code last}, the newest fact that it has to follow. */
    public Optional<Decision> ifBefore(Instant last) {
        return occurredAt.isBefore(last)
                ? Optional.of(Decision.refuse(
                        PlatformReason.BEFORE_LAST_FACT,
                        "occurredAt " + occurredAt + " is before " + last
                                + ", when the last fact that it follows happened."))
                : Optional.empty();
    }
}
