package io.dovira.command.community;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Moment;
import io.dovira.command.platform.PlatformReason;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Days that a source names. Pure. */
final class Days {
    private Days() {}

    /** The refusal of a day that has not come at the given moment; anywhere on earth it may be a day later than here. */
    static Optional<Decision> ifToCome(LocalDate day, Moment moment) {
        return day.isAfter(LocalDate.ofInstant(moment.occurredAt(), ZoneOffset.MAX))
                ? Optional.of(Decision.refuse(
                        PlatformReason.IN_THE_FUTURE, "The day " + day + " comes after " + moment.occurredAt() + "."))
                : Optional.empty();
    }
}
