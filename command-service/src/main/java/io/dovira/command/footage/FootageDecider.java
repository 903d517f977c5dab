package io.dovira.command.footage;

import io.dovira.command.platform.Decision;
import io.dovira.events.Fact;
import io.dovira.events.footage.Camera;
import io.dovira.events.footage.CameraPlace;
import io.dovira.events.footage.FlawExplained;
import io.dovira.events.footage.Footage;
import io.dovira.events.footage.FootageAccessed;
import io.dovira.events.footage.FootageExported;
import io.dovira.events.footage.FootageLinked;
import io.dovira.events.footage.FootagePurged;
import io.dovira.events.footage.FootageState;
import io.dovira.events.footage.GapDetected;
import io.dovira.events.footage.HoldPlaced;
import io.dovira.events.footage.HoldReleased;
import io.dovira.events.footage.IntegrityChecked;
import io.dovira.events.footage.IntegrityFinding;
import io.dovira.events.footage.RedactedCopyMade;
import io.dovira.events.footage.RetentionExpired;
import io.dovira.events.footage.SegmentIngested;
import io.dovira.events.footage.SegmentRecorded;
import io.dovira.events.footage.Span;
import io.dovira.events.footage.StoredFile;
import io.dovira.events.footage.Words;
import io.dovira.events.policies.Due;
import io.dovira.events.policies.KnownPolicies;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What may happen to a segment of footage, and when. Pure. */
final class FootageDecider {
    /** Recorders whose clock runs ahead tell of times to come; more than this is no clock. */
    private static final Duration FASTEST_CLOCK = Duration.ofDays(1);

    /** The segment was not ready for content when the upload began, and is now. */
    private static final String NOTHING_READ = "Nothing of the content was read. Send it again.";

    private FootageDecider() {}

    static Decision decide(@Nullable Footage footage, FootageCommand command, FootagePremises premises) {
        Optional<Decision> future = premises.moment().ifInTheFuture();
        if (future.isPresent()) {
            return future.get();
        }
        if (command instanceof RecordSegment c) {
            return footage == null
                    ? recorded(c, premises)
                    : Decision.refuse(FootageReason.FOOTAGE_EXISTS, "Segment " + c.footage() + " is known already.");
        }
        if (footage == null) {
            return Decision.refuse(FootageReason.FOOTAGE_UNKNOWN, "There is no segment " + command.footage() + ".");
        }
        return premises.moment().notBefore(footage.lastAt(), () -> change(footage, command, premises));
    }

    private static Decision recorded(RecordSegment c, FootagePremises premises) {
        Camera camera = premises.camera();
        if (camera == null) {
            return Decision.refuse(FootageReason.CAMERA_UNKNOWN, "There is no camera " + c.camera() + ".");
        }
        if (!Words.isRange(c.from(), c.to())
                || c.to().isAfter(premises.moment().now().plus(FASTEST_CLOCK))) {
            return Decision.refuse(
                    FootageReason.RANGE_IMPOSSIBLE,
                    "A recording ends after it begins, at most " + Words.LONGEST.toHours()
                            + " hours, and not tomorrow; not " + c.from() + " to " + c.to() + ".");
        }
        Optional<CameraPlace> place = camera.placeByItsClock(c.from());
        return place.isEmpty()
                ? Decision.refuse(
                        FootageReason.CAMERA_NOT_THERE, "Camera " + c.camera() + " hung nowhere at " + c.from() + ".")
                : Decision.accept(new SegmentRecorded(
                        c.footage(),
                        c.camera(),
                        place.get().office(),
                        place.get().room(),
                        place.get().area(),
                        c.from(),
                        c.to(),
                        Objects.requireNonNullElse(c.retentionClass(), camera.retentionClass())));
    }

    private static Decision change(Footage footage, FootageCommand command, FootagePremises premises) {
        return switch (command) {
            case RecordSegment c -> throw new IllegalStateException(c + " is decided above");
            case IngestSegment c -> ingested(footage, c, premises);
            case ReportGap c -> gap(footage, c);
            case ExplainFlaw c -> explained(footage, c);
            case LinkFootage c -> linked(footage, c, premises);
            case PurgeFootage ignored -> purged(footage);
            case ExpireRetention ignored -> expired(footage, premises);
            case PlaceHold c -> ifKept(footage, () -> held(footage, c));
            case ReleaseHold c ->
                footage.holds().stream().anyMatch(hold -> hold.id().equals(c.hold()))
                        ? Decision.accept(new HoldReleased(footage.id(), c.hold(), c.reason()))
                        : Decision.refuse(FootageReason.HOLD_UNKNOWN, "No hold " + c.hold() + " is in place.");
            case AccessFootage c ->
                ifThere(
                        footage,
                        c.sha256(),
                        file -> Decision.accept(
                                new FootageAccessed(footage.id(), c.by(), c.purpose(), c.reference(), file.sha256())));
            case ExportFootage c ->
                ifThere(
                        footage,
                        c.sha256(),
                        file -> Decision.accept(new FootageExported(
                                footage.id(), c.by(), c.recipient(), c.reference(), file.sha256())));
            case AddRedactedCopy c -> ifThere(footage, null, original -> copied(footage, c));
            case ReportIntegrity c -> ifThere(footage, null, original -> checked(footage, c));
        };
    }

    private static Decision ingested(Footage footage, IngestSegment c, FootagePremises premises) {
        if (footage.ingested() != null) {
            return Decision.refuse(
                    FootageReason.CONTENT_HERE,
                    "Its content came in with the hash " + footage.ingested().sha256() + ". It is never replaced.");
        }
        if (c.bytes() == 0) {
            return Decision.refuse(FootageReason.CONTENT_NOT_HERE, NOTHING_READ);
        }
        Camera camera = premises.camera();
        Long offset =
                c.clockOffsetMillis() != null || camera == null ? c.clockOffsetMillis() : camera.clockOffsetMillis();
        Instant end = footage.recorded().to().minusMillis(offset == null ? 0 : offset);
        Due due = premises.policies()
                .due(KnownPolicies.footageRetention(footage.recorded().retentionClass()), end, premises.zone())
                .orElse(null);
        return Decision.accept(new SegmentIngested(
                footage.id(),
                c.sha256(),
                c.bytes(),
                c.mediaType(),
                offset,
                c.file(),
                due == null ? null : due.at(),
                due == null ? null : due.policy()));
    }

    private static Decision gap(Footage footage, ReportGap c) {
        Span recorded = new Span(footage.recorded().from(), footage.recorded().to());
        if (!Words.isRange(c.from(), c.to()) || c.from().isBefore(recorded.from()) || c.to().isAfter(recorded.to())) {
            return Decision.refuse(
                    FootageReason.OUTSIDE_SEGMENT,
                    "It was recorded from " + recorded.from() + " to " + recorded.to() + " by the camera's clock.");
        }
        GapDetected gap = new GapDetected(footage.id(), c.from(), c.to(), c.cause());
        return footage.gaps().contains(gap)
                ? Decision.refuse(FootageReason.NOTHING_CHANGED, "The gap is known.")
                : Decision.accept(gap);
    }

    /** Also after its end: why nothing was seen is asked long after there is anything to see. */
    private static Decision explained(Footage footage, ExplainFlaw c) {
        return footage.flaws().isOpen(c.flaw())
                ? Decision.accept(new FlawExplained(footage.id(), c.flaw(), c.explanation()))
                : Decision.refuse(
                        FootageReason.NOTHING_TO_EXPLAIN,
                        "No " + c.flaw() + " of segment " + footage.id() + " is open.");
    }

    private static Decision linked(Footage footage, LinkFootage c, FootagePremises premises) {
        FootagePremises.Shown shown = premises.shown();
        if (shown == null) {
            return Decision.refuse(
                    FootageReason.SUBJECT_UNKNOWN, "There is no " + c.target() + " " + c.subject() + ".");
        }
        if (!shown.eventKnown()) {
            return Decision.refuse(
                    FootageReason.SUBJECT_UNKNOWN,
                    "There is no event " + c.event() + " of " + c.target() + " " + c.subject() + ".");
        }
        if (!shown.meets(footage.time())) {
            return Decision.refuse(
                    FootageReason.OUTSIDE_SUBJECT,
                    c.target() + " " + c.subject() + " lasted from " + shown.from() + " to " + shown.until()
                            + "; the segment shows " + footage.time().from() + " to "
                            + footage.time().to() + ".");
        }
        if (!footage.time().meets(new Span(c.at(), c.at()))) {
            return Decision.refuse(
                    FootageReason.OUTSIDE_SEGMENT,
                    "It shows " + footage.time().from() + " to "
                            + footage.time().to() + " in true time.");
        }
        FootageLinked link = new FootageLinked(footage.id(), c.target(), c.subject(), c.event(), c.at());
        return footage.links().contains(link)
                ? Decision.refuse(FootageReason.NOTHING_CHANGED, "The link is known.")
                : Decision.accept(link);
    }

    private static Decision held(Footage footage, PlaceHold c) {
        return footage.holds().stream().anyMatch(hold -> hold.id().equals(c.hold()))
                ? Decision.refuse(FootageReason.HOLD_EXISTS, "Hold " + c.hold() + " is in place already.")
                : Decision.accept(new HoldPlaced(footage.id(), c.hold(), c.ground(), c.reference()));
    }

    private static Decision copied(Footage footage, AddRedactedCopy c) {
        if (footage.file(c.sha256()).isPresent()) {
            return Decision.refuse(
                    FootageReason.COPY_EXISTS, "A file with the hash " + c.sha256() + " is kept already.");
        }
        return c.bytes() == 0
                ? Decision.refuse(FootageReason.CONTENT_NOT_HERE, NOTHING_READ)
                : Decision.accept(new RedactedCopyMade(footage.id(), c.sha256(), c.bytes(), c.mediaType(), c.file()));
    }

    /** What is wrong is said once, however often it is found. */
    private static Decision checked(Footage footage, ReportIntegrity report) {
        List<Fact> facts = new ArrayList<>();
        for (ReportIntegrity.Checked one : report.files()) {
            StoredFile file = footage.file(one.sha256()).orElse(null);
            if (file != null && (one.finding() == IntegrityFinding.MATCHES || one.finding() != file.broken())) {
                facts.add(new IntegrityChecked(
                        footage.id(),
                        one.sha256(),
                        one.finding() == IntegrityFinding.MATCHES,
                        one.finding(),
                        one.found()));
            }
        }
        return facts.isEmpty()
                ? Decision.refuse(FootageReason.NOTHING_CHANGED, "It is as wrong as it was found before.")
                : Decision.accept(facts.toArray(Fact[]::new));
    }

    private static Decision expired(Footage footage, FootagePremises premises) {
        return ifThere(footage, null, original -> {
            Instant until = footage.keepUntil();
            if (!footage.holds().isEmpty()) {
                return Decision.refuse(
                        FootageReason.FOOTAGE_HELD,
                        "It is held since " + footage.holds().getFirst().since() + ".");
            }
            if (until == null || !premises.moment().occurredAt().isAfter(until)) {
                return Decision.refuse(
                        FootageReason.RETENTION_RUNNING,
                        until == null ? "There is no rule that ends it." : "It is kept until " + until + ".");
            }
            return Decision.accept(new RetentionExpired(footage.id(), until, footage.policy()));
        });
    }

    private static Decision purged(Footage footage) {
        if (footage.state() != FootageState.EXPIRED) {
            return Decision.refuse(
                    footage.purged() ? FootageReason.NOTHING_CHANGED : FootageReason.RETENTION_RUNNING,
                    "It is " + footage.state() + ".");
        }
        return Decision.accept(new FootagePurged(
                footage.id(),
                footage.files().getFirst().sha256(),
                footage.files().size() - 1));
    }

    /** @param sha256 of the file that is meant; null means the original */
    private static Decision ifThere(Footage footage, @Nullable String sha256, Function<StoredFile, Decision> decision) {
        if (footage.state() == FootageState.RECORDING) {
            return Decision.refuse(
                    FootageReason.CONTENT_NOT_HERE, "It was announced, and its content has not come in.");
        }
        return ifKept(footage, () -> {
            StoredFile file = sha256 == null
                    ? footage.files().getFirst()
                    : footage.file(sha256).orElse(null);
            return file == null
                    ? Decision.refuse(
                            FootageReason.COPY_UNKNOWN,
                            "Segment " + footage.id() + " has no file with the hash " + sha256 + ".")
                    : decision.apply(file);
        });
    }

    private static Decision ifKept(Footage footage, Supplier<Decision> decision) {
        return footage.expired()
                ? Decision.refuse(FootageReason.CONTENT_GONE, "Its retention ended at " + footage.keepUntil() + ".")
                : decision.get();
    }
}
