package io.dovira.query.footage;

import io.dovira.events.footage.FootageLinked;
import io.dovira.events.footage.LinkTarget;
import io.dovira.events.footage.Span;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Holds the links of a segment against the record as it is now: a link was right when it was made, and the entry that it means may have been corrected since. */
final class Links {
    private Links() {}

    /**
     * When the entry happened that a link means, if the segment does not show that any more; null if it does, and where no entry is meant or its time is not
     * known here.
     *
     * @param stays by the name of their stream
     */
    static @Nullable Instant movedTo(FootageLinked link, Span shown, Function<String, @Nullable Stay> stays) {
        String event = link.event();
        if (link.target() != LinkTarget.CUSTODY || event == null) {
            return null;
        }
        return Optional.ofNullable(stays.apply("custody-" + link.subject()))
                .flatMap(stay -> stay.timeOf(event))
                .filter(time -> !shown.meets(new Span(time, time)))
                .orElse(null);
    }
}
