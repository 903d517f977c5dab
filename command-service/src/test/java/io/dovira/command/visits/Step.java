package io.dovira.command.visits;

import io.dovira.command.offices.CloseDesk;
import io.dovira.command.offices.DeskCommand;
import io.dovira.command.offices.EndBreak;
import io.dovira.command.offices.OpenDesk;
import io.dovira.command.offices.StartBreak;
import io.dovira.command.platform.Moment;
import io.dovira.events.DeskId;
import io.dovira.events.StaffId;
import io.dovira.events.VisitId;
import io.dovira.events.corrections.Proposal;
import io.dovira.events.visits.Channel;
import io.dovira.events.visits.CorrectedField;
import io.dovira.events.visits.Leg;
import io.dovira.events.visits.SystemCause;
import io.dovira.events.visits.Visit;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One random thing that somebody asks of an office.
 *
 * @param seconds since the step before; a step may also be reported late
 * @param late seconds between its happening and its report; negative for a clock that runs ahead
 */
record Step(Kind kind, int visit, int desk, int staff, int choice, int seconds, int late) {
    enum Kind {
        OPEN_DESK,
        START_BREAK,
        END_BREAK,
        CLOSE_DESK,
        ARRIVE,
        CALL,
        RECALL,
        RECYCLE,
        START,
        HOLD,
        RESUME,
        TRANSFER,
        FINISH,
        NO_SHOW,
        ABANDON,
        CLOSE,
        CORRECT,
        APPROVE,
        REJECT
    }

    static final Set<Kind> CORRECTIONS = EnumSet.of(Kind.CORRECT, Kind.APPROVE, Kind.REJECT);
    static final List<CorrectedField> FIELDS = List.of(CorrectedField.values());
    static final List<VisitId> VISITS =
            Stream.of("v1", "v2", "v3", "v4", "v5").map(VisitId::new).toList();
    static final List<DeskId> DESKS = List.of(Sample.ONE, Sample.TWO);
    static final List<StaffId> STAFF = List.of(Sample.ANNA, Sample.BOHDAN, new StaffId("vira"));

    Moment at(Instant now) {
        return late == 0 ? Moment.now(now) : Moment.at(now, now.minusSeconds(late));
    }

    /** What is asked of a desk; null if this is about a visit. */
    @Nullable
    DeskCommand ofDesk() {
        return switch (kind) {
            case OPEN_DESK -> new OpenDesk(Sample.OFFICE_ID, theDesk(), theStaff());
            case START_BREAK -> new StartBreak(Sample.OFFICE_ID, theDesk());
            case END_BREAK -> new EndBreak(Sample.OFFICE_ID, theDesk());
            case CLOSE_DESK -> new CloseDesk(Sample.OFFICE_ID, theDesk());
            case ARRIVE,
                    CALL,
                    RECALL,
                    RECYCLE,
                    START,
                    HOLD,
                    RESUME,
                    TRANSFER,
                    FINISH,
                    NO_SHOW,
                    ABANDON,
                    CLOSE,
                    CORRECT,
                    APPROVE,
                    REJECT -> null;
        };
    }

    /** What is asked of a visit. */
    VisitCommand ofVisit(OfficeHall hall) {
        VisitId id = VISITS.get(visit);
        return switch (kind) {
            case OPEN_DESK, START_BREAK, END_BREAK, CLOSE_DESK -> throw new IllegalStateException("about a desk");
            case ARRIVE ->
                new ArriveVisitor(
                        id, Sample.OFFICE_ID, choice == 0 ? Sample.ADVICE : Sample.PASSPORTS, Channel.IN_PERSON, null);
            case CALL -> new CallVisitor(id, theDesk(), choice == 0 ? theStaff() : null);
            case RECALL -> new RecallVisitor(id);
            case RECYCLE -> new RecycleLeg(id);
            case START -> new StartService(id);
            case HOLD -> new HoldService(id, null);
            case RESUME -> new ResumeService(id);
            case TRANSFER ->
                new TransferLeg(
                        id,
                        choice % 2 == 0 ? Sample.PASSPORTS : null,
                        choice % 3 == 1 ? theDesk() : null,
                        choice == 2 ? theStaff() : null);
            case FINISH -> new FinishService(id, null);
            case NO_SHOW -> new MarkNoShow(id);
            case ABANDON -> new AbandonVisit(id);
            case CLOSE -> new CloseVisit(id, SystemCause.RESET);
            case CORRECT -> correction(id, hall);
            case APPROVE -> new ApproveVisitCorrection(id, waiting(id, hall));
            case REJECT -> new RejectVisitCorrection(id, waiting(id, hall), "no");
        };
    }

    /** Who asks: what one proposes another one signs, mostly. */
    String actor() {
        return theStaff().value();
    }

    /** A number that waits, or the first if none does. */
    private static int waiting(VisitId id, OfficeHall hall) {
        Visit seen = hall.visits.get(id);
        List<Proposal> waiting = seen == null ? List.of() : seen.corrections().waiting();
        return waiting.isEmpty() ? 1 : waiting.getFirst().number();
    }

    /** Of a value that is there, to one a little off: often possible, often not. */
    private CorrectVisit correction(VisitId id, OfficeHall hall) {
        Visit seen = hall.visits.get(id);
        Leg leg = seen == null ? null : seen.lastLeg();
        CorrectedField field = FIELDS.get(choice);
        String was = leg == null ? "" : leg.text(field).orElse("");
        String is = switch (field) {
            case QUEUED_AT, CALLED_AT, STARTED_AT, ENDED_AT ->
                was.isEmpty()
                        ? was
                        : Instant.parse(was)
                                .plusSeconds((seconds - 20L) * (late == 0 ? 1 : 20))
                                .toString();
            case SERVICE -> Sample.PASSPORTS.value();
            case DESK -> theDesk().value();
            case STAFF -> theStaff().value();
        };
        return new CorrectVisit(id, id + "/1", leg == null ? 1 : leg.number(), field, was, is, "seen");
    }

    private DeskId theDesk() {
        return Objects.requireNonNull(DESKS.get(desk));
    }

    private StaffId theStaff() {
        return Objects.requireNonNull(STAFF.get(staff));
    }
}
