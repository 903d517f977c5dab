package io.dovira.command.footage;

import io.dovira.command.platform.Moment;
import io.dovira.events.footage.Camera;
import io.dovira.events.footage.Span;
import io.dovira.events.policies.PolicyBook;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a decision on a segment rests on, besides the segment.
 *
 * @param camera null if it is not known
 * @param zone of the office
 * @param shown what the command links to, as it is known now; null if it is not in the log, or the command links to nothing
 * @param policies the rules for how long footage is kept
 */
public record FootagePremises(
        Moment moment,
        @Nullable Camera camera,
        ZoneId zone,
        @Nullable Shown shown,
        PolicyBook policies) {

    /**
     * A visit, a stay or an appeal that footage is said to show.
     *
     * @param from when it began; null if what it is about may lie before it
     * @param until when it ended; null while it goes on, and if what it is about may be of any time
     * @param eventKnown whether the event that the link names is one of its own; true if it names none
     */
    public record Shown(@Nullable Instant from, @Nullable Instant until, boolean eventKnown) {
        /** Whether some of the time lies in it. */
        boolean meets(Span time) {
            return (from == null || !time.to().isBefore(from))
                    && (until == null || !time.from().isAfter(until));
        }
    }
}
