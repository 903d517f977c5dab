package io.dovira.command.simulator;

import io.dovira.command.footage.AccessFootage;
import io.dovira.command.footage.CameraCommand;
import io.dovira.command.footage.Cameras;
import io.dovira.command.footage.ExplainFlaw;
import io.dovira.command.footage.FootageCommand;
import io.dovira.command.footage.FootagePremises;
import io.dovira.command.footage.IngestSegment;
import io.dovira.command.footage.InstallCamera;
import io.dovira.command.footage.MeasureClockOffset;
import io.dovira.command.footage.PlaceHold;
import io.dovira.command.footage.RecordSegment;
import io.dovira.command.footage.ReportGap;
import io.dovira.command.footage.ReportIntegrity;
import io.dovira.command.footage.Segments;
import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Moment;
import io.dovira.events.CameraId;
import io.dovira.events.FootageId;
import io.dovira.events.Sha256;
import io.dovira.events.footage.AccessPurpose;
import io.dovira.events.footage.Camera;
import io.dovira.events.footage.CameraArea;
import io.dovira.events.footage.CameraFact;
import io.dovira.events.footage.Flaw;
import io.dovira.events.footage.Footage;
import io.dovira.events.footage.FootageFact;
import io.dovira.events.footage.GapCause;
import io.dovira.events.footage.HoldGround;
import io.dovira.events.footage.IntegrityFinding;
import io.dovira.events.footage.SegmentIngested;
import io.dovira.events.offices.Office;
import io.dovira.events.policies.BuiltInPolicies;
import io.dovira.events.policies.PolicyBook;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;

/**
 * One simulated camera: a segment for each hour, a few minutes later its content, now and then a gap that somebody explains, a file that is lost and found,
 * a hold, or somebody who watches for a purpose.
 * Pure and seeded; every step is decided by the decider of the feature. The content is that of {@link SimulatedContent}; where the store has it,
 * {@code SimulationLog} finds out when it is recorded.
 */
final class FootageSimulation implements Simulation {
    /** Stands for the name under which the store will keep a file. */
    static final String NOT_KEPT_YET = "simulated";

    private static final PolicyBook LAW = BuiltInPolicies.book();
    private static final Actor RECORDER = Actor.system("recorder");
    private static final Actor CARE = Actor.system("footage");
    private static final Duration SEGMENT = Duration.ofHours(1);
    private static final int HOUR_SECONDS = 3_600;
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("yyMMdd'T'HHmm").withZone(ZoneOffset.UTC);

    private final CameraId id;
    private final Office office;
    private final CameraArea area;
    private final Agenda agenda = new Agenda();
    private final Chance chance;
    private final SimulatedStory<CameraFact, Camera> camera;

    /** @param start when it is hung up */
    FootageSimulation(CameraId id, Office office, CameraArea area, long seed, Instant start) {
        this.id = id;
        this.office = office;
        this.area = area;
        this.chance = new Chance(seed, id.value());
        this.camera = new SimulatedStory<>(CameraFact.class, Camera::evolve, id.stream(), office.id());
        agenda.plan(start, this::hangUp);
    }

    @Override
    public SimulatedCommit next() {
        return agenda.next();
    }

    private void hangUp(Instant at) {
        String kept = area == CameraArea.CUSTODY ? "custody" : "standard";
        change(at, new InstallCamera(id, office.id(), area == CameraArea.CUSTODY ? "Corridor" : "Hall", area, kept));
        // Most clocks are good; one in six is seconds off, and shows as such.
        long offset = chance.happens(0.16) ? 3_000L + chance.below(6_000) : chance.below(1_200) - 600L;
        change(at.plusSeconds(60), new MeasureClockOffset(id, offset));
        agenda.plan(at.plus(SEGMENT), this::record);
    }

    private void change(Instant at, CameraCommand command) {
        agenda.schedule(at, () -> {
            Decision decision = Cameras.decide(camera.stateOrNull(), command, Moment.at(at, at), office);
            agenda.commit(camera.take(decision, at, Actor.SIMULATOR));
        });
    }

    /** An hour is over. Once in a while the recorder has kept nothing of it. */
    private void record(Instant to) {
        agenda.plan(to.plus(SEGMENT), this::record);
        if (chance.happens(0.01)) {
            return;
        }
        Instant from = to.minus(SEGMENT);
        Segment segment = new Segment(new FootageId(id + "." + HOUR.format(from)));
        agenda.plan(
                chance.later(to, 5, 30),
                at -> act(segment, at, new RecordSegment(segment.id, id, itsTime(from), itsTime(to), null), RECORDER));
        agenda.plan(chance.later(to, 60, 180), at -> {
            byte[] content = SimulatedContent.of(segment.id);
            act(
                    segment,
                    at,
                    new IngestSegment(
                            segment.id,
                            Sha256.of(content),
                            content.length,
                            SimulatedContent.MEDIA_TYPE,
                            null,
                            NOT_KEPT_YET),
                    RECORDER);
            follow(segment, at, from);
        });
    }

    private void follow(Segment segment, Instant ingested, Instant from) {
        if (chance.happens(0.02)) {
            Instant begins = itsTime(chance.later(from, 300, 2_400));
            Instant ends = begins.plusSeconds(120L + chance.below(420));
            GapCause cause = chance.oneOf(List.of(GapCause.RECORDER_STOPPED, GapCause.POWER_LOST, GapCause.COVERED));
            agenda.plan(chance.later(ingested, 60, 240), at -> {
                act(segment, at, new ReportGap(segment.id, begins, ends, cause), RECORDER);
                explain(segment, at, cause);
            });
        }
        if (chance.happens(0.004)) {
            agenda.plan(chance.later(ingested, HOUR_SECONDS, 20 * HOUR_SECONDS), at -> lose(segment, at));
        }
        if (chance.happens(0.03)) {
            String who = office.id() + ".quality";
            AccessPurpose why = chance.oneOf(
                    List.of(AccessPurpose.QUALITY_REVIEW, AccessPurpose.COMPLAINT, AccessPurpose.OVERSIGHT));
            agenda.plan(
                    chance.later(ingested, 20 * 60, 8 * 3_600),
                    at -> act(
                            segment,
                            at,
                            new AccessFootage(segment.id, who, why, null, segment.sha256()),
                            new Actor(who, "quality")));
        }
        if (chance.happens(0.012)) {
            String who = office.id() + ".auditor";
            agenda.plan(
                    chance.later(ingested, 3_600, 12 * 3_600),
                    at -> act(
                            segment,
                            at,
                            new PlaceHold(segment.id, "sim-hold-1", HoldGround.COMPLAINT, null),
                            new Actor(who, "auditor")));
        }
    }

    /** Most gaps are explained within the days that the house allows, some later, and a few by nobody. */
    private void explain(Segment segment, Instant found, GapCause cause) {
        if (chance.happens(0.02)) {
            return;
        }
        Instant when = chance.happens(0.07)
                ? chance.later(found, 75 * HOUR_SECONDS, 35 * HOUR_SECONDS)
                : chance.later(found, HOUR_SECONDS, 60 * HOUR_SECONDS);
        String who = office.id() + ".quality";
        agenda.plan(
                when,
                at -> act(
                        segment,
                        at,
                        new ExplainFlaw(segment.id, Flaw.GAP, explanation(cause)),
                        new Actor(who, "quality")));
    }

    private static String explanation(GapCause cause) {
        return switch (cause) {
            case POWER_LOST -> "Power cut in the building; the recorder has a battery now";
            case COVERED -> "Cleaning; the camera was uncovered as soon as it was seen";
            case RECORDER_STOPPED, NETWORK_LOST, DAMAGED, UNKNOWN -> "The recorder was restarted for an update";
        };
    }

    /** A disk of the store drops out; it comes back, or the file comes from the backup, now and then later than it should. */
    private void lose(Segment segment, Instant lost) {
        act(segment, lost, found(segment, IntegrityFinding.MISSING), CARE);
        Instant back = chance.happens(0.2)
                ? chance.later(lost, 25 * HOUR_SECONDS, 15 * HOUR_SECONDS)
                : chance.later(lost, HOUR_SECONDS, 10 * HOUR_SECONDS);
        agenda.plan(back, at -> act(segment, at, found(segment, IntegrityFinding.MATCHES), CARE));
    }

    private static ReportIntegrity found(Segment segment, IntegrityFinding finding) {
        return new ReportIntegrity(segment.id, List.of(new ReportIntegrity.Checked(segment.sha256(), finding, null)));
    }

    /** What the camera's clock shows then. */
    private Instant itsTime(Instant trueTime) {
        return trueTime.plusMillis(Objects.requireNonNull(camera.state().clockOffsetMillis()));
    }

    private void act(Segment segment, Instant at, FootageCommand command, Actor actor) {
        FootagePremises premises = new FootagePremises(Moment.at(at, at), camera.state(), office.zone(), null, LAW);
        Decision decision = Segments.decide(segment.story.stateOrNull(), command, premises);
        agenda.commit(segment.story.take(decision, at, actor));
    }

    /** A segment as it is known. */
    private final class Segment {
        final FootageId id;
        final SimulatedStory<FootageFact, Footage> story;

        Segment(FootageId id) {
            this.id = id;
            this.story = new SimulatedStory<>(FootageFact.class, Footage::evolve, id.stream(), office.id());
        }

        String sha256() {
            SegmentIngested ingested = Objects.requireNonNull(story.state().ingested());
            return ingested.sha256();
        }
    }
}
