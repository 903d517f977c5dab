package io.dovira.events.clocks;

import io.dovira.events.Names;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What holds on one day instead of the weekly hours: closed, or open at other times. A day may have several stretches.
 *
 * @param from null, together with {@code to}, if nobody works on that day
 * @param name why, by language tag
 */
public record DatedHours(
        LocalDate day, @Nullable String from, @Nullable String to, Map<String, String> name) {
    public DatedHours {
        if (from != null && to != null) {
            Hours.of(from, to);
        } else if (from != null || to != null) {
            throw new IllegalArgumentException(
                    "opening hours of " + day + " need both ends, or neither for a closed day");
        }
        name = Names.checked("name of the day", name);
    }

    Optional<Hours> hours() {
        return from == null || to == null ? Optional.empty() : Optional.of(Hours.of(from, to));
    }
}
