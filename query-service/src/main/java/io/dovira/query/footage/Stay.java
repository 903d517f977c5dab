package io.dovira.query.footage;

import io.dovira.events.Recorded;
import io.dovira.events.catalogue.Facts;
import io.dovira.events.custody.ArrivalFact.PersonDelivered;
import io.dovira.events.custody.CareFact.CellVisitDone;
import io.dovira.events.custody.Custody;
import io.dovira.events.custody.CustodyFact;
import io.dovira.events.custody.CustodyField;
import io.dovira.events.custody.LocationFact;
import io.dovira.events.custody.LocationFact.CellAssigned;
import io.dovira.events.custody.Phase;
import io.dovira.events.custody.ProcedureFact.QuestioningEnded;
import io.dovira.events.custody.ProcedureFact.QuestioningStarted;
import io.dovira.events.custody.ProcedureFact.UseOfForceRecorded;
import io.dovira.events.custody.RecordFact.EntryCorrected;
import io.dovira.events.custody.RecordFact.LateEntryMade;
import io.dovira.events.custody.RecordFact.PersonReleased;
import io.dovira.events.footage.CameraArea;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A stay in custody, and what of it cameras of the unit must have seen: moves, visits to the cell, use of force and questioning. Talks with the
 * lawyer and the doctor are private: nobody expects them on footage.
 *
 * <p>What an entry means depends on the others, and these may be told late or set right; so all of them are worked out anew after each fact
 * ({@link #entries}), and the documents change by the difference.
 *
 * @param entered in order of time
 */
record Stay(Custody custody, List<Entered> entered) {

    private static final Map<String, Kind> KINDS = Map.of(
            Facts.nameOf(PersonDelivered.class), Kind.MOVE,
            Facts.nameOf(CellAssigned.class), Kind.MOVE,
            Facts.nameOf(LocationFact.TakenOut.class), Kind.MOVE,
            Facts.nameOf(LocationFact.BroughtToCourt.class), Kind.MOVE,
            Facts.nameOf(LocationFact.Returned.class), Kind.MOVE,
            Facts.nameOf(LocationFact.Transferred.class), Kind.MOVE,
            Facts.nameOf(PersonReleased.class), Kind.MOVE,
            Facts.nameOf(CellVisitDone.class), Kind.CELL_VISIT,
            Facts.nameOf(UseOfForceRecorded.class), Kind.FORCE,
            Facts.nameOf(QuestioningStarted.class), Kind.QUESTIONING);

    Stay {
        entered = List.copyOf(entered);
    }

    /** By what an entry is judged. */
    enum Kind {
        MOVE,
        CELL_VISIT,
        FORCE,
        QUESTIONING
    }

    /**
     * Something that was entered into the record.
     *
     * @param event id of its event, by which a correction names it
     * @param name stored name of the fact without its feature, such as {@code cell-visit-done}
     * @param to end of a questioning; null while it goes on, and for what has no length
     * @param cell to which the person was brought; null if it is something else
     * @param late made when it could no longer be entered as such: of a questioning nobody says how long it was
     */
    record Entered(
            String event,
            String name,
            Kind kind,
            Instant at,
            @Nullable Instant to,
            @Nullable String cell,
            boolean late) {

        private Entered movedTo(Instant time) {
            return new Entered(event, name, kind, time, to, cell, late);
        }

        private Entered until(Instant end) {
            return new Entered(event, name, kind, at, end, cell, late);
        }

        private Entered in(String otherCell) {
            return new Entered(event, name, kind, at, to, otherCell, late);
        }

        private boolean goesOn() {
            return kind == Kind.QUESTIONING && !late && to == null;
        }

        private boolean holds(Instant time) {
            return !at.isAfter(time) && (to == null ? !late : time.isBefore(to));
        }
    }

    /** The stay after one more fact; {@code before} is null before the first. */
    static Stay evolve(@Nullable Stay before, CustodyFact fact, Recorded<?> recorded) {
        Custody custody = Custody.evolve(before == null ? null : before.custody, fact, recorded.occurredAt());
        List<Entered> all = new ArrayList<>(before == null ? List.of() : before.entered);
        switch (fact) {
            case LateEntryMade f -> add(all, f.entry(), recorded, null, true);
            case CellAssigned f ->
                add(all, Facts.nameOf(CellAssigned.class), recorded, f.cell().value(), false);
            case EntryCorrected f -> all.replaceAll(entered -> corrected(entered, f));
            case QuestioningEnded ignored -> end(all, recorded.occurredAt());
            default -> add(all, Facts.nameOf(fact.getClass()), recorded, null, false);
        }
        if (!custody.phase().isHeld()) {
            // Whoever is gone is not questioned any more, whether or not somebody entered the end.
            end(all, custody.phaseSince());
        }
        all.sort(Comparator.comparing(Entered::at).thenComparing(Entered::event));
        return new Stay(custody, all);
    }

    private static void add(
            List<Entered> all, String stored, Recorded<?> recorded, @Nullable String cell, boolean late) {
        Kind kind = KINDS.get(stored);
        if (kind != null) {
            String name = stored.substring(stored.indexOf('.') + 1);
            all.add(new Entered(recorded.eventId(), name, kind, recorded.occurredAt(), null, cell, late));
        }
    }

    private static void end(List<Entered> all, Instant at) {
        all.replaceAll(entered -> entered.goesOn() && !entered.at().isAfter(at) ? entered.until(at) : entered);
    }

    private static Entered corrected(Entered entered, EntryCorrected f) {
        if (!entered.event().equals(f.ofEventId())) {
            return entered;
        }
        if (f.field() == CustodyField.CELL) {
            return entered.in(f.is());
        }
        return f.field().isTime() ? entered.movedTo(Instant.parse(f.is())) : entered;
    }

    /** When the entry happened, as it is known now; empty if it is none that cameras must have seen. */
    Optional<Instant> timeOf(String event) {
        return entered.stream()
                .filter(one -> one.event().equals(event))
                .map(Entered::at)
                .findFirst();
    }

    /** What must be seen, by the key of its document. */
    Map<String, Entry> entries() {
        Map<String, Entry> all = new TreeMap<>();
        String subject = custody.id().stream();
        List<Entered> cells = entered.stream().filter(one -> one.cell() != null).toList();
        List<Entered> questionings =
                entered.stream().filter(one -> one.kind() == Kind.QUESTIONING).toList();
        for (Entered one : entered) {
            boolean lasts = one.kind() == Kind.QUESTIONING && !one.late();
            all.put(
                    subject + "/" + one.event(),
                    new Entry(
                            subject,
                            one.name(),
                            custody.office().value(),
                            area(one, questionings),
                            one.kind() == Kind.CELL_VISIT ? cellAt(one.at(), cells) : null,
                            one.at(),
                            lasts ? one.to() : one.at()));
        }
        return all;
    }

    private CameraArea area(Entered one, List<Entered> questionings) {
        return switch (one.kind()) {
            case MOVE, CELL_VISIT -> CameraArea.CUSTODY;
            case QUESTIONING -> CameraArea.QUESTIONING;
            case FORCE -> force(one.at(), questionings);
        };
    }

    /** Where the person was then: on the way to the unit, and while out of it, no camera of the unit sees it. */
    private CameraArea force(Instant at, List<Entered> questionings) {
        Phase phase = custody.phaseAt(at).orElse(Phase.APPREHENDED);
        if (phase == Phase.APPREHENDED || phase.isOut()) {
            return CameraArea.OUTSIDE;
        }
        return questionings.stream().anyMatch(other -> other.holds(at)) ? CameraArea.QUESTIONING : CameraArea.CUSTODY;
    }

    private static @Nullable String cellAt(Instant time, List<Entered> cells) {
        String cell = null;
        for (Entered one : cells) {
            if (!one.at().isAfter(time)) {
                cell = one.cell();
            }
        }
        return cell;
    }
}
