package io.dovira.query.footage;

import io.dovira.events.Recorded;
import io.dovira.events.catalogue.Facts;
import io.dovira.events.footage.FlawExplained;
import io.dovira.events.footage.FootageAccessed;
import io.dovira.events.footage.FootageExported;
import io.dovira.events.footage.FootageFact;
import io.dovira.events.footage.FootageLinked;
import io.dovira.events.footage.FootagePurged;
import io.dovira.events.footage.GapDetected;
import io.dovira.events.footage.HoldPlaced;
import io.dovira.events.footage.HoldReleased;
import io.dovira.events.footage.IntegrityChecked;
import io.dovira.events.footage.RedactedCopyMade;
import io.dovira.events.footage.RetentionExpired;
import io.dovira.events.footage.SegmentIngested;
import io.dovira.events.footage.SegmentRecorded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did with a segment: the log of accesses, and all else that touches evidence.
 *
 * @param what stored name of the fact without its feature, such as {@code footage-accessed}
 * @param by who, by pseudonym
 * @param why purpose, recipient, ground or finding
 * @param reference number of the matter, or the reason in words
 * @param sha256 which file; null if all of it
 */
record Deed(
        String what,
        Instant at,
        String by,
        String role,
        @Nullable String why,
        @Nullable String reference,
        @Nullable String sha256) {

    /** Null for what nobody does: recording and gaps, and checks that found nothing. */
    static @Nullable Deed of(FootageFact fact, Recorded<?> recorded) {
        return switch (fact) {
            case SegmentRecorded ignored -> null;
            case GapDetected ignored -> null;
            case SegmentIngested f -> of(recorded, null, null, f.sha256());
            case FootageLinked f -> of(recorded, f.target().name(), f.subject(), null);
            case FootageAccessed f -> of(recorded, f.purpose().name(), f.reference(), f.sha256());
            case RedactedCopyMade f -> of(recorded, null, null, f.sha256());
            case FootageExported f -> of(recorded, f.recipient().name(), f.reference(), f.sha256());
            case HoldPlaced f -> of(recorded, f.ground().name(), f.reference(), null);
            case HoldReleased f -> of(recorded, null, f.reason(), null);
            case IntegrityChecked f -> f.ok() ? null : of(recorded, f.finding().name(), f.found(), f.sha256());
            case FlawExplained f -> of(recorded, f.flaw().name(), f.explanation(), null);
            case RetentionExpired f -> of(recorded, null, f.policy(), null);
            case FootagePurged f -> of(recorded, null, null, f.sha256());
        };
    }

    private static Deed of(
            Recorded<?> recorded, @Nullable String why, @Nullable String reference, @Nullable String sha256) {
        String name = Facts.nameOf(recorded.fact().getClass());
        return new Deed(
                name.substring(name.indexOf('.') + 1),
                recorded.occurredAt(),
                recorded.meta().actor(),
                recorded.meta().role(),
                why,
                reference,
                sha256);
    }
}
