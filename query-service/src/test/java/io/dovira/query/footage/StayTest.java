package io.dovira.query.footage;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.CameraId;
import io.dovira.events.CellId;
import io.dovira.events.CustodyId;
import io.dovira.events.FootageId;
import io.dovira.events.OfficeId;
import io.dovira.events.PersonId;
import io.dovira.events.Recorded;
import io.dovira.events.StaffId;
import io.dovira.events.custody.ArrivalFact.CustodyRecordOpened;
import io.dovira.events.custody.ArrivalFact.PersonApprehended;
import io.dovira.events.custody.ArrivalFact.PersonDelivered;
import io.dovira.events.custody.CareFact.CellVisitDone;
import io.dovira.events.custody.CareFact.MealOffered;
import io.dovira.events.custody.CareFact.Observation;
import io.dovira.events.custody.CustodyFact;
import io.dovira.events.custody.CustodyField;
import io.dovira.events.custody.DetentionGround;
import io.dovira.events.custody.LegalAidFact.ConsultationStarted;
import io.dovira.events.custody.LocationFact.CellAssigned;
import io.dovira.events.custody.LocationFact.Destination;
import io.dovira.events.custody.LocationFact.Returned;
import io.dovira.events.custody.LocationFact.TakenOut;
import io.dovira.events.custody.ProcedureFact.Means;
import io.dovira.events.custody.ProcedureFact.QuestioningEnded;
import io.dovira.events.custody.ProcedureFact.QuestioningStarted;
import io.dovira.events.custody.ProcedureFact.UseOfForceRecorded;
import io.dovira.events.custody.RecordFact.CustodyRecordSealed;
import io.dovira.events.custody.RecordFact.EntryCorrected;
import io.dovira.events.custody.RecordFact.LateEntryMade;
import io.dovira.events.custody.RecordFact.PersonReleased;
import io.dovira.events.custody.RecordFact.ReleaseGround;
import io.dovira.events.footage.CameraArea;
import io.dovira.events.footage.CameraInstalled;
import io.dovira.events.footage.FootageLinked;
import io.dovira.events.footage.IntegrityFinding;
import io.dovira.events.footage.LinkTarget;
import io.dovira.events.footage.Mismatch;
import io.dovira.events.footage.Mismatch.Kind;
import io.dovira.events.footage.Reconciliation;
import io.dovira.events.footage.Reconciliation.Eye;
import io.dovira.events.footage.Reconciliation.Segment;
import io.dovira.events.footage.Reconciliation.Tolerance;
import io.dovira.events.footage.Span;
import io.dovira.query.platform.InMemoryDocuments;
import io.dovira.query.story.RandomStory;
import io.dovira.query.story.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a stay asks of the cameras of its unit. Minutes are counted from the apprehension at eight. */
class StayTest {
    private static final OfficeId UNIT = new OfficeId("lviv");
    private static final CustodyId ID = new CustodyId("c-1");
    private static final StaffId OFFICER = new StaffId("olena");
    private static final Instant EIGHT = Instant.parse("2026-03-02T06:00:00Z");
    private static final Tolerance TOLERANCE = new Tolerance(Duration.ofSeconds(2), Duration.ofSeconds(2));

    private final Story story = new Story()
            .office("lviv", "police", "west", "Europe/Kyiv")
            .happens(EIGHT.minusSeconds(9_000), camera("cell", CameraArea.CUSTODY, "cell-2"))
            .happens(EIGHT.minusSeconds(9_000), camera("hall", CameraArea.CUSTODY, "hall"))
            .happens(EIGHT.minusSeconds(9_000), camera("ask", CameraArea.QUESTIONING, "room-5"));

    private static CameraInstalled camera(String id, CameraArea area, String room) {
        return new CameraInstalled(new CameraId(id), UNIT, room, area, "custody");
    }

    private static Instant at(int minute) {
        return EIGHT.plusSeconds(60L * minute);
    }

    private void told(int minute, CustodyFact fact) {
        story.happens(at(minute), fact);
    }

    private void held() {
        told(0, new PersonApprehended(ID, new PersonId("p-1"), UNIT, DetentionGround.WITHOUT_RULING, false, false));
        told(40, new PersonDelivered(ID));
        told(45, new CustodyRecordOpened(ID));
        told(50, new CellAssigned(ID, new CellId("cell-2")));
    }

    private static CellVisitDone visit() {
        return new CellVisitDone(ID, Observation.GENERAL, false);
    }

    private InMemoryDocuments documents() {
        InMemoryDocuments documents = new InMemoryDocuments(new FootageFold());
        story.facts().forEach(documents::apply);
        return documents;
    }

    private List<Entry> entries(String name) {
        List<Entry> found = new ArrayList<>();
        documents().forEach(FootageFold.ENTRIES, (key, entry) -> {
            if (entry.entry().equals(name)) {
                found.add(entry);
            }
        });
        return found;
    }

    private Entry only(String name) {
        assertThat(entries(name)).hasSize(1);
        return entries(name).getFirst();
    }

    private String eventOf(CustodyFact fact) {
        return story.facts().stream()
                .filter(recorded -> recorded.fact().equals(fact))
                .map(Recorded::eventId)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aLinkIsHeldAgainstTheTimeAsItWasCorrected() {
        held();
        CellVisitDone visit = visit();
        told(60, visit);
        String event = eventOf(visit);
        FootageLinked link = new FootageLinked(new FootageId("f-1"), LinkTarget.CUSTODY, ID.value(), event, at(60));
        Span shown = new Span(at(55), at(65));
        assertThat(Links.movedTo(link, shown, this::stay)).isNull();

        told(90, corrected(event, at(60), at(63)));
        assertThat(Links.movedTo(link, shown, this::stay)).as("still shown").isNull();

        told(91, corrected(event, at(63), at(80)));
        assertThat(Links.movedTo(link, shown, this::stay)).isEqualTo(at(80));
    }

    private @Nullable Stay stay(String stream) {
        return documents().get(FootageFold.STAYS, stream);
    }

    private static EntryCorrected corrected(String event, Instant was, Instant is) {
        return new EntryCorrected(
                ID, event, CustodyField.LAST_VISIT_AT, was.toString(), is.toString(), "seen", null, null);
    }

    @Test
    void asksForMovesVisitsForceAndQuestioningAndForNothingElse() {
        held();
        told(60, visit());
        told(65, new MealOffered(ID, true));
        told(70, new ConsultationStarted(ID));
        told(80, new QuestioningStarted(ID, OFFICER));
        told(95, new QuestioningEnded(ID));
        told(100, new TakenOut(ID, Destination.INVESTIGATION));
        told(160, new Returned(ID));

        List<String> names = new ArrayList<>();
        documents().forEach(FootageFold.ENTRIES, (key, entry) -> names.add(entry.entry()));

        assertThat(names)
                .containsExactlyInAnyOrder(
                        "person-delivered",
                        "cell-assigned",
                        "cell-visit-done",
                        "questioning-started",
                        "person-taken-out",
                        "person-returned");
        assertThat(only("cell-visit-done"))
                .isEqualTo(new Entry(
                        "custody-c-1", "cell-visit-done", "lviv", CameraArea.CUSTODY, "cell-2", at(60), at(60)));
        assertThat(only("questioning-started"))
                .isEqualTo(new Entry(
                        "custody-c-1", "questioning-started", "lviv", CameraArea.QUESTIONING, null, at(80), at(95)));
    }

    @Test
    void lasts() {
        held();
        told(80, new QuestioningStarted(ID, OFFICER));
        assertThat(only("questioning-started").to()).isNull();

        told(200, new PersonReleased(ID, ReleaseGround.NO_GROUNDS));
        assertThat(only("questioning-started").to())
                .as("nobody is questioned who is gone")
                .isEqualTo(at(200));
    }

    /** On the way to the unit and out of it no camera of the unit sees anything; in the questioning room another one does. */
    @Test
    void looksForForceWhereThePersonWas() {
        held();
        told(80, new QuestioningStarted(ID, OFFICER));
        told(95, new QuestioningEnded(ID));
        told(100, new TakenOut(ID, Destination.HOSPITAL));
        told(160, new Returned(ID));
        for (int minute : new int[] {20, 60, 90, 120, 170}) {
            told(minute, new UseOfForceRecorded(ID, Means.HANDCUFFS, OFFICER));
        }

        Map<Instant, CameraArea> areas = new TreeMap<>();
        entries("use-of-force-recorded").forEach(entry -> areas.put(entry.from(), entry.area()));

        assertThat(areas)
                .containsOnlyKeys(at(60), at(90), at(170))
                .containsEntry(at(60), CameraArea.CUSTODY)
                .containsEntry(at(90), CameraArea.QUESTIONING)
                .containsEntry(at(170), CameraArea.CUSTODY);
    }

    @Test
    void looksIntoTheCellOfThatTimeHoweverLateTheVisitIsTold() {
        held();
        told(200, new CellAssigned(ID, new CellId("cell-3")));
        told(220, visit());
        told(60, visit());

        assertThat(entries("cell-visit-done")).extracting(Entry::room).containsExactlyInAnyOrder("cell-2", "cell-3");
    }

    @Test
    void followsCorrections() {
        held();
        told(60, visit());
        CellAssigned assigned = new CellAssigned(ID, new CellId("cell-2"));
        correct(visit(), CustodyField.LAST_VISIT_AT, at(60).toString(), at(75).toString());
        correct(assigned, CustodyField.CELL, "cell-2", "cell-9");

        assertThat(only("cell-visit-done").from()).isEqualTo(at(75));
        assertThat(only("cell-visit-done").to()).isEqualTo(at(75));
        assertThat(only("cell-visit-done").room()).isEqualTo("cell-9");
    }

    private void correct(CustodyFact what, CustodyField field, String was, String is) {
        told(300, new EntryCorrected(ID, eventOf(what), field, was, is, "typed wrong", null, null));
    }

    /** Force that turns out to have happened on the way is not looked for any more. */
    @Test
    void takesBackWhatACorrectionTakesAway() {
        held();
        told(42, new UseOfForceRecorded(ID, Means.PHYSICAL, OFFICER));
        assertThat(only("use-of-force-recorded").area()).isEqualTo(CameraArea.CUSTODY);

        correct(new PersonDelivered(ID), CustodyField.DELIVERED_AT, at(40).toString(), at(44).toString());

        assertThat(only("use-of-force-recorded").area()).isEqualTo(CameraArea.OUTSIDE);
        assertThat(judge(List.of())).extracting(Mismatch::entry).doesNotContainNull();
        assertThat(judge(List.of()).stream().filter(one -> one.time().from().equals(at(42))))
                .isEmpty();
    }

    /** A visit that is claimed when the record is sealed is looked for like any other. */
    @Test
    void believesNoLateEntryEither() {
        held();
        told(200, new PersonReleased(ID, ReleaseGround.NO_GROUNDS));
        told(201, new CustodyRecordSealed(ID));
        told(110, new LateEntryMade(ID, "custody.cell-visit-done", "forgotten", null));
        told(120, new LateEntryMade(ID, "custody.questioning-started", "forgotten", null));
        told(130, new LateEntryMade(ID, "custody.meal-offered", "forgotten", null));

        assertThat(only("cell-visit-done").room()).isEqualTo("cell-2");
        assertThat(only("questioning-started").to()).isEqualTo(at(120));
        assertThat(entries("meal-offered")).isEmpty();
    }

    @Test
    void isNotKeptWhereNoCameraLooks() {
        OfficeId other = new OfficeId("kyiv");
        story.office("kyiv", "police", "north", "Europe/Kyiv")
                .happens(
                        at(0),
                        new PersonApprehended(
                                ID, new PersonId("p-1"), other, DetentionGround.WITHOUT_RULING, false, false))
                .happens(at(40), new PersonDelivered(ID));

        assertThat(entries("person-delivered")).isEmpty();
    }

    private List<Mismatch> judge(List<Segment> segments) {
        List<Eye> eyes = new ArrayList<>();
        documents().forEach(FootageFold.CAMERAS, (id, camera) -> eyes.addAll(Reconciliation.eyes(camera.camera())));
        List<io.dovira.events.footage.SeenEntry> seen = new ArrayList<>();
        documents().forEach(FootageFold.ENTRIES, (key, entry) -> seen.add(entry.seen(at(600))));
        return Reconciliation.of(eyes, segments, seen, TOLERANCE);
    }

    private static Segment segment(
            String camera, CameraArea area, String room, int from, int to, @Nullable IntegrityFinding broken) {
        return new Segment(
                new FootageId(camera + "-" + from),
                new CameraId(camera),
                UNIT,
                area,
                room,
                new Span(at(from), at(to)),
                true,
                List.of(),
                null,
                broken);
    }

    /** A visit at 03:10 that nobody sees, questioning with the picture gone for ten minutes, a file that was changed: each is found, and no more. */
    @Test
    void findsAVisitNobodySeesAGapInQuestioningAndAChangedFile() {
        held();
        told(60, visit());
        told(120, visit());
        told(180, new QuestioningStarted(ID, OFFICER));
        told(240, new QuestioningEnded(ID));
        List<Segment> footage = List.of(
                segment("hall", CameraArea.CUSTODY, "hall", 0, 300, null),
                segment("cell", CameraArea.CUSTODY, "cell-2", 0, 100, null),
                segment("cell", CameraArea.CUSTODY, "cell-2", 150, 300, IntegrityFinding.CHANGED),
                segment("ask", CameraArea.QUESTIONING, "room-5", 170, 200, null),
                segment("ask", CameraArea.QUESTIONING, "room-5", 210, 250, null));

        List<Mismatch> found = judge(footage);

        assertThat(found).extracting(Mismatch::kind).containsExactly(Kind.NO_FOOTAGE, Kind.CHANGED, Kind.GAP);
        assertThat(found.getFirst().time().from()).isEqualTo(at(120));
        assertThat(found.getLast().time().length()).isBetween(Duration.ofSeconds(598), Duration.ofSeconds(600));
    }

    /** What the documents hold is what the last state of each stay asks for, however it came about. */
    @Property(tries = 30)
    void keepsWhatTheLastStateAsksFor(@ForAll long seed) {
        InMemoryDocuments documents = new InMemoryDocuments(new FootageFold());
        Map<String, Stay> stays = new TreeMap<>();
        for (Recorded<?> recorded : RandomStory.ofEveryFeature(seed, 300)) {
            documents.apply(recorded);
            if (recorded.fact() instanceof CustodyFact fact) {
                stays.compute(recorded.stream(), (stream, before) -> Stay.evolve(before, fact, recorded));
            }
        }

        Map<String, Entry> asked = new TreeMap<>();
        stays.values().forEach(stay -> asked.putAll(stay.entries()));
        documents.forEach(FootageFold.ENTRIES, (key, entry) -> {
            if (key.startsWith("custody-")) {
                assertThat(asked).as("seed %d", seed).containsEntry(key, entry);
            }
        });
    }
}
