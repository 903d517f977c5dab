package io.dovira.query.obligations;

import io.dovira.events.CameraId;
import io.dovira.events.CustodyId;
import io.dovira.events.Fact;
import io.dovira.events.FootageId;
import io.dovira.events.Meta;
import io.dovira.events.OfficeId;
import io.dovira.events.OrganisationId;
import io.dovira.events.Origin;
import io.dovira.events.PersonId;
import io.dovira.events.Recorded;
import io.dovira.events.RegionId;
import io.dovira.events.TimeQuality;
import io.dovira.events.custody.ArrivalFact.PersonApprehended;
import io.dovira.events.custody.DetentionGround;
import io.dovira.events.custody.Duty;
import io.dovira.events.custody.HealthFact.Fitness;
import io.dovira.events.custody.HealthFact.MedicalExamined;
import io.dovira.events.custody.RecordFact.ClockStarted;
import io.dovira.events.footage.CameraArea;
import io.dovira.events.footage.GapCause;
import io.dovira.events.footage.GapDetected;
import io.dovira.events.footage.IntegrityChecked;
import io.dovira.events.footage.IntegrityFinding;
import io.dovira.events.footage.SegmentIngested;
import io.dovira.events.footage.SegmentRecorded;
import io.dovira.events.offices.OfficeRegistered;
import io.dovira.events.policies.BuiltInPolicies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Facts of custody, and of its footage, in the order of a log. */
final class CustodyTale {
    private static final Map<String, String> NAME = Map.of("en", "Unit 3", "uk", "Підрозділ 3");

    private final List<Recorded<?>> facts = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();

    CustodyTale policies(Instant at) {
        BuiltInPolicies.facts().forEach(fact -> tell("policies", "none", at, fact));
        return this;
    }

    CustodyTale unit(String office, Instant at) {
        OfficeId id = new OfficeId(office);
        return tell(
                id.stream(),
                office,
                at,
                new OfficeRegistered(
                        id, NAME, new OrganisationId("police"), NAME, new RegionId("west"), NAME, "Europe/Kyiv"));
    }

    CustodyTale apprehended(String custody, String office, Instant at) {
        CustodyId id = new CustodyId(custody);
        return tell(
                id.stream(),
                office,
                at,
                new PersonApprehended(
                        id, new PersonId("p-1"), new OfficeId(office), DetentionGround.WITHOUT_RULING, false, false));
    }

    /** A doctor says unfit; hospital is due then. */
    CustodyTale unfit(String custody, String office, Instant at, Instant due) {
        CustodyId id = new CustodyId(custody);
        tell(id.stream(), office, at, new MedicalExamined(id, Fitness.UNFIT));
        return tell(id.stream(), office, at, new ClockStarted(id, Duty.HOSPITAL, at, due, "custody-hospital@1"));
    }

    /** A segment with a gap, one of whose files is gone. */
    CustodyTale flawed(String footage, String office, Instant at) {
        FootageId id = new FootageId(footage);
        String sha256 = "ab".repeat(32);
        return tell(
                        id.stream(),
                        office,
                        at,
                        new SegmentRecorded(
                                id,
                                new CameraId("cell"),
                                new OfficeId(office),
                                "cell",
                                CameraArea.CUSTODY,
                                at.minusSeconds(900),
                                at,
                                "custody"))
                .tell(id.stream(), office, at, new SegmentIngested(id, sha256, 9, "video/mp4", null, "x", null, null))
                .tell(id.stream(), office, at, new GapDetected(id, at.minusSeconds(90), at, GapCause.UNKNOWN))
                .tell(id.stream(), office, at, new IntegrityChecked(id, sha256, false, IntegrityFinding.MISSING, null));
    }

    CustodyTale tell(String stream, String office, Instant at, Fact fact) {
        long sequence = sequences.merge(stream, 1L, Long::sum) - 1;
        Meta meta = new Meta("p-1", "custody", "c-1", null, office, TimeQuality.EXACT, Origin.LIVE);
        facts.add(
                new Recorded<>(facts.size() + 1L, UUID.randomUUID().toString(), stream, sequence, at, at, meta, fact));
        return this;
    }

    List<Recorded<?>> facts() {
        return List.copyOf(facts);
    }
}
