package io.dovira.query.footage;

import io.dovira.events.Fact;
import io.dovira.events.OfficeId;
import io.dovira.events.Recorded;
import io.dovira.events.custody.CustodyFact;
import io.dovira.events.footage.CameraArea;
import io.dovira.events.footage.CameraFact;
import io.dovira.events.footage.CameraInstalled;
import io.dovira.events.footage.CameraMoved;
import io.dovira.events.footage.CameraRemoved;
import io.dovira.events.footage.ClockOffsetMeasured;
import io.dovira.events.footage.FootageFact;
import io.dovira.events.offices.OfficeFact;
import io.dovira.events.visits.VisitFact;
import io.dovira.query.platform.Documents;
import io.dovira.query.platform.Fold;
import io.dovira.query.platform.Kind;
import io.dovira.query.platform.Office;
import java.util.function.BiConsumer;

/** Keeps one document for each segment, camera, office, stay, and entry that must be seen. */
final class FootageFold implements Fold {
    static final String NAME = "footage";

    static final Kind<Segment> SEGMENTS = new Kind<>("segments", Segment.class, 10);
    static final Kind<Entry> ENTRIES = new Kind<>("entries", Entry.class, 10);

    /** What the cameras of an office look at decides which entries are kept, so it is written after them. */
    static final Kind<Watched> WATCHED = new Kind<>("watched", Watched.class, 20);

    /** Where a camera hung before decides what is watched there no more, so it is written last. */
    static final Kind<CameraView> CAMERAS = new Kind<>("cameras", CameraView.class, 30);

    /** What is entered into a record decides what must be seen, so the record is written after it. */
    static final Kind<Stay> STAYS = new Kind<>("stays", Stay.class, 20);

    static final Kind<Office> OFFICES = new Kind<>("offices", Office.class, 10);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 6;
    }

    @Override
    public boolean wants(Class<? extends Fact> type) {
        return FootageFact.class.isAssignableFrom(type)
                || CameraFact.class.isAssignableFrom(type)
                || OfficeFact.class.isAssignableFrom(type)
                || VisitFact.class.isAssignableFrom(type)
                || CustodyFact.class.isAssignableFrom(type);
    }

    @Override
    public void foresee(Recorded<?> recorded, BiConsumer<Kind<?>, String> document) {
        switch (recorded.fact()) {
            case FootageFact ignored -> document.accept(SEGMENTS, recorded.stream());
            case CameraFact fact -> document.accept(CAMERAS, fact.camera().value());
            case OfficeFact fact -> document.accept(OFFICES, fact.office().value());
            case CustodyFact ignored -> document.accept(STAYS, recorded.stream());
            default -> {}
        }
    }

    @Override
    public void apply(Recorded<?> recorded, Documents documents) {
        switch (recorded.fact()) {
            case OfficeFact fact ->
                documents.change(OFFICES, fact.office().value(), office -> Office.evolve(office, fact));
            case CameraFact fact -> {
                watch(fact, documents);
                documents.change(
                        CAMERAS,
                        fact.camera().value(),
                        before -> CameraView.after(before, fact, recorded.occurredAt()));
            }
            case FootageFact fact ->
                documents.change(SEGMENTS, recorded.stream(), before -> Segment.after(before, fact, recorded));
            case VisitFact fact -> Entries.ofVisit(fact, recorded, documents);
            case CustodyFact fact -> Entries.ofStay(fact, recorded, documents);
            default -> {}
        }
    }

    private static void watch(CameraFact fact, Documents documents) {
        String camera = fact.camera().value();
        switch (fact) {
            case CameraInstalled f -> watch(f.office(), camera, f.area(), documents);
            case CameraMoved f -> {
                CameraView known = documents.get(CAMERAS, camera);
                if (known != null) {
                    leave(known.camera().place().office(), camera, documents);
                }
                watch(f.office(), camera, f.area(), documents);
            }
            case CameraRemoved f -> leave(f.office(), camera, documents);
            case ClockOffsetMeasured ignored -> {}
        }
    }

    private static void watch(OfficeId office, String camera, CameraArea area, Documents documents) {
        documents.change(WATCHED, office.value(), before -> Watched.with(before, camera, area));
    }

    private static void leave(OfficeId office, String camera, Documents documents) {
        documents.change(WATCHED, office.value(), before -> Watched.without(before, camera));
    }
}
