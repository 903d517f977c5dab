package io.dovira.query.footage;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.CameraId;
import io.dovira.events.DeskId;
import io.dovira.events.FootageId;
import io.dovira.events.OfficeId;
import io.dovira.events.Recorded;
import io.dovira.events.StaffId;
import io.dovira.events.VisitId;
import io.dovira.events.footage.AccessPurpose;
import io.dovira.events.footage.CameraArea;
import io.dovira.events.footage.CameraFact;
import io.dovira.events.footage.CameraInstalled;
import io.dovira.events.footage.CameraMoved;
import io.dovira.events.footage.CameraRemoved;
import io.dovira.events.footage.Footage;
import io.dovira.events.footage.FootageAccessed;
import io.dovira.events.footage.FootageFact;
import io.dovira.events.footage.FootageLinked;
import io.dovira.events.footage.FootageState;
import io.dovira.events.footage.HoldGround;
import io.dovira.events.footage.HoldPlaced;
import io.dovira.events.footage.IntegrityChecked;
import io.dovira.events.footage.IntegrityFinding;
import io.dovira.events.footage.LinkTarget;
import io.dovira.events.footage.SegmentIngested;
import io.dovira.events.footage.SegmentRecorded;
import io.dovira.events.visits.CorrectedField;
import io.dovira.events.visits.ServiceFinished;
import io.dovira.events.visits.ServiceStarted;
import io.dovira.events.visits.SystemCause;
import io.dovira.events.visits.VisitClosedBySystem;
import io.dovira.events.visits.VisitCorrected;
import io.dovira.query.platform.InMemoryDocuments;
import io.dovira.query.story.RandomStory;
import io.dovira.query.story.Story;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FootageFoldTest {
    private static final OfficeId LVIV = new OfficeId("lviv");
    private static final CameraId CAMERA = new CameraId("c1");
    private static final FootageId ID = new FootageId("f1");
    private static final String SHA = "ab".repeat(32);
    private static final Instant NINE = Instant.parse("2026-03-02T07:00:00Z");
    private static final DeskId DESK = new DeskId("d1");
    private static final StaffId STAFF = new StaffId("olena");

    private final Story story = new Story().office("lviv", "police", "west", "Europe/Kyiv");

    /** What the index says of a segment is what its own facts say, however they lie among the facts of others. */
    @Property(tries = 30)
    void saysOfEachSegmentWhatItsFactsSay(@ForAll long seed) {
        InMemoryDocuments documents = new InMemoryDocuments(new FootageFold());
        Map<String, Footage> alone = new HashMap<>();
        for (Recorded<?> recorded : RandomStory.ofEveryFeature(seed, 300)) {
            documents.apply(recorded);
            if (recorded.fact() instanceof FootageFact fact) {
                alone.compute(
                        recorded.stream(), (stream, before) -> Footage.evolve(before, fact, recorded.occurredAt()));
            }
        }

        Map<String, Footage> indexed = new TreeMap<>();
        documents.forEach(FootageFold.SEGMENTS, (id, segment) -> {
            indexed.put(id, segment.footage());
            assertThat(segment.state()).isEqualTo(segment.footage().state());
            assertThat(segment.from()).isEqualTo(segment.footage().time().from());
        });
        assertThat(indexed).isEqualTo(new TreeMap<>(alone)).isNotEmpty();
    }

    @Test
    void showsASegmentWithAllThatWasDoneWithIt() {
        story.happens(NINE, new CameraInstalled(CAMERA, LVIV, "hall", CameraArea.FRONT_OFFICE, "standard"));
        story.happens(NINE.plusSeconds(900), recorded());
        story.happens(NINE.plusSeconds(901), new SegmentIngested(ID, SHA, 9, "video/mp4", 1500L, "ab/x", null, null));
        story.happens(NINE.plusSeconds(902), new FootageLinked(ID, LinkTarget.VISIT, "v1", null, NINE.plusSeconds(60)));
        story.happens(NINE.plusSeconds(903), new HoldPlaced(ID, "h1", HoldGround.COMPLAINT, "17"));
        story.happens(NINE.plusSeconds(904), new FootageAccessed(ID, "p-1", AccessPurpose.COMPLAINT, "17", SHA));
        story.happens(NINE.plusSeconds(905), new IntegrityChecked(ID, SHA, true, IntegrityFinding.MATCHES, null));
        story.happens(NINE.plusSeconds(906), new IntegrityChecked(ID, SHA, false, IntegrityFinding.MISSING, null));

        Segment segment = Objects.requireNonNull(documents().get(FootageFold.SEGMENTS, "footage-f1"));

        assertThat(segment.from()).isEqualTo(NINE.minusMillis(1500));
        assertThat(segment.state()).isEqualTo(FootageState.HELD);
        assertThat(segment.held()).isTrue();
        assertThat(segment.broken()).isTrue();
        assertThat(segment.subjects()).containsExactly("visit-v1");
        assertThat(segment.deeds())
                .extracting(Deed::what)
                .containsExactly(
                        "segment-ingested", "footage-linked", "hold-placed", "footage-accessed", "integrity-checked");
        assertThat(segment.deeds().get(3))
                .isEqualTo(
                        new Deed("footage-accessed", NINE.plusSeconds(904), "olena", "clerk", "COMPLAINT", "17", SHA));
    }

    @Test
    void keepsServicesOnlyWhereACameraLooksAtTheFrontOffice() {
        served("before", 0);
        story.happens(NINE.plusSeconds(10), new CameraInstalled(CAMERA, LVIV, "cell", CameraArea.CUSTODY, "custody"));
        served("custody-only", 20);
        story.happens(NINE.plusSeconds(30), new CameraMoved(CAMERA, LVIV, "hall", CameraArea.FRONT_OFFICE));
        served("seen", 40);
        story.happens(NINE.plusSeconds(50), new CameraRemoved(CAMERA, LVIV, "broken"));
        served("after", 60);

        assertThat(entries())
                .containsOnlyKeys("visit-seen/leg-1")
                .containsValue(new Entry(
                        "visit-seen",
                        "leg-1",
                        "lviv",
                        CameraArea.FRONT_OFFICE,
                        null,
                        NINE.plusSeconds(41),
                        NINE.plusSeconds(44)));
    }

    @Test
    void asksForAServiceAtItsTimesAsTheyWereCorrected() {
        story.happens(NINE, new CameraInstalled(CAMERA, LVIV, "hall", CameraArea.FRONT_OFFICE, "standard"));
        served("v1", 10);
        corrected(CorrectedField.STARTED_AT, NINE.plusSeconds(5));
        corrected(CorrectedField.ENDED_AT, NINE.plusSeconds(300));
        corrected(CorrectedField.CALLED_AT, NINE.plusSeconds(1));

        Entry entry = Objects.requireNonNull(entries().get("visit-v1/leg-1"));
        assertThat(entry.from()).isEqualTo(NINE.plusSeconds(5));
        assertThat(entry.to()).isEqualTo(NINE.plusSeconds(300));
    }

    private void corrected(CorrectedField field, Instant is) {
        story.happens(
                NINE.plusSeconds(900),
                new VisitCorrected(
                        new VisitId("v1"),
                        "event-1",
                        1,
                        field,
                        NINE.toString(),
                        is.toString(),
                        "seen",
                        null,
                        null,
                        null));
    }

    @Test
    void claimsOfAServiceThatTheSystemClosedOnlyThatItBegan() {
        story.happens(NINE, new CameraInstalled(CAMERA, LVIV, "hall", CameraArea.FRONT_OFFICE, "standard"));
        begun("v1", 10);
        story.happens(NINE.plusSeconds(40_000), new VisitClosedBySystem(new VisitId("v1"), 1, SystemCause.RESET));
        begun("v2", 20);

        assertThat(Objects.requireNonNull(entries().get("visit-v1/leg-1")).to()).isEqualTo(NINE.plusSeconds(11));
        assertThat(Objects.requireNonNull(entries().get("visit-v2/leg-1")).to()).isNull();
    }

    @Test
    void followsACameraFromOfficeToOffice() {
        story.office("kyiv", "police", "centre", "Europe/Kyiv");
        for (CameraFact fact : new CameraFact[] {
            new CameraInstalled(CAMERA, LVIV, "hall", CameraArea.FRONT_OFFICE, "standard"),
            new CameraMoved(CAMERA, new OfficeId("kyiv"), "hall", CameraArea.FRONT_OFFICE)
        }) {
            story.happens(NINE, fact);
        }
        InMemoryDocuments documents = documents();

        assertThat(Objects.requireNonNull(documents.get(FootageFold.WATCHED, "lviv"))
                        .eyes())
                .isEmpty();
        assertThat(Objects.requireNonNull(documents.get(FootageFold.WATCHED, "kyiv"))
                        .eyes())
                .hasSize(1);
        assertThat(Objects.requireNonNull(documents.get(FootageFold.CAMERAS, "c1"))
                        .offices())
                .containsExactly("kyiv", "lviv");
    }

    private static SegmentRecorded recorded() {
        return new SegmentRecorded(
                ID, CAMERA, LVIV, "hall", CameraArea.FRONT_OFFICE, NINE, NINE.plusSeconds(900), "standard");
    }

    private void begun(String visit, int second) {
        story.arrives(visit, "lviv", "advice", NINE.plusSeconds(second).toString());
        story.called(visit, 1, NINE.plusSeconds(second).toString());
        story.happens(NINE.plusSeconds(second + 1), new ServiceStarted(new VisitId(visit), 1, DESK, STAFF));
    }

    private void served(String visit, int second) {
        begun(visit, second);
        story.happens(NINE.plusSeconds(second + 4), new ServiceFinished(new VisitId(visit), 1, null));
    }

    private Map<String, @Nullable Entry> entries() {
        Map<String, @Nullable Entry> entries = new TreeMap<>();
        documents().forEach(FootageFold.ENTRIES, entries::put);
        return entries;
    }

    private InMemoryDocuments documents() {
        InMemoryDocuments documents = new InMemoryDocuments(new FootageFold());
        story.facts().forEach(documents::apply);
        return documents;
    }
}
