package io.dovira.query.live;

import io.dovira.events.visits.LegState;
import io.dovira.query.live.Board.DeskNow;
import io.dovira.query.live.Board.DeskStatus;
import io.dovira.query.live.Board.QueueNow;
import io.dovira.query.live.Day.DeskDay;
import io.dovira.query.live.LiveVisit.OpenLeg;
import io.dovira.query.live.OfficeView.DeskState;
import io.dovira.query.live.OfficeView.DeskView;
import io.dovira.query.live.OfficeView.HourView;
import io.dovira.query.live.OfficeView.QueuedView;
import io.dovira.query.live.OfficeView.RatingView;
import io.dovira.query.platform.Office;
import io.dovira.query.platform.Sample;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one office at a moment: the documents that make its tile.
 *
 * @param day of its local today; null if nothing happened today yet
 * @param position up to which it is complete
 * @param waitTarget in seconds, of the services on offer; null if there is none, or they differ
 */
record OfficeNow(
        Office office,
        Board board,
        @Nullable Day day,
        long position,
        @Nullable Integer waitTarget) {

    /** Whether it serves visitors, or did: custody units and the offices of communities are offices, too, and have no place on the board. */
    boolean isFrontOffice() {
        return !office.services().isEmpty()
                || !office.desks().isEmpty()
                || !board.desks().isEmpty()
                || !board.queues().isEmpty()
                || !board.legs().isEmpty()
                || !board.ratings().isEmpty()
                || board.casesOpened() > 0
                || day != null;
    }

    Tile tile() {
        Sample waits = waits();
        return new Tile(
                office.id(),
                office.name(),
                office.organisation(),
                office.organisationName(),
                office.region(),
                office.regionName(),
                office.timeZone(),
                board.origin(),
                count(LegState.QUEUED),
                count(LegState.CALLED),
                count(LegState.IN_SERVICE),
                count(LegState.ON_HOLD),
                (int) board.desks().stream().filter(DeskNow::isStaffed).count(),
                deskNames().size(),
                oldestQueuedAt(),
                nextDue(),
                sum(Day.Hour::arrived),
                sum(Day.Hour::served),
                sum(Day.Hour::abandoned),
                sum(Day.Hour::noShow),
                seconds(waits.percentile(50)),
                seconds(waits.percentile(90)),
                waits.n(),
                withinTarget(),
                Tile.ServiceLevel.of(sum(Day.Hour::withTarget), sum(Day.Hour::withinTarget), sum(Day.Hour::left)),
                waitTarget,
                csat(),
                observed(),
                openCases(),
                board.lastFactAt(),
                board.backfilledAt(),
                position);
    }

    /** @param comments whether what people wrote is told, beside how they rated */
    OfficeView view(boolean comments) {
        return new OfficeView(
                tile(),
                deskNames().entrySet().stream()
                        .map(desk -> desk(desk.getKey(), desk.getValue()))
                        .toList(),
                board.legs().stream().map(this::queued).toList(),
                hours().stream().map(OfficeNow::hour).toList(),
                board.ratings().stream()
                        .map(r -> new RatingView(r.at(), r.csat(), r.nps(), comments ? r.comment() : null, r.service()))
                        .toList(),
                comments,
                board.casesOpened() == 0
                        ? null
                        : new OfficeView.Cases(
                                board.casesOpened(), board.casesClosed(), board.casesOpened() - board.casesClosed()));
    }

    /** The waits of today's visits, in ms. */
    Sample waits() {
        Sample waits = new Sample();
        hours().forEach(hour -> waits.addAll(hour.waits()));
        return waits;
    }

    @Nullable
    Integer withinTarget() {
        return sum(Day.Hour::withTarget) == 0 ? null : (Integer) sum(Day.Hour::withinTarget);
    }

    static @Nullable Double seconds(@Nullable Double ms) {
        return ms == null ? null : ms / 1_000;
    }

    private List<Day.Hour> hours() {
        return day == null ? List.of() : day.hours();
    }

    private int sum(java.util.function.ToIntFunction<Day.Hour> figure) {
        return hours().stream().mapToInt(figure).sum();
    }

    private int count(LegState state) {
        return (int) board.legs().stream().filter(leg -> leg.state() == state).count();
    }

    private @Nullable Instant oldestQueuedAt() {
        return board.legs().stream()
                .filter(leg -> leg.state() == LegState.QUEUED)
                .map(OpenLeg::queuedAt)
                .findFirst()
                .orElse(null);
    }

    private Tile.@Nullable NextDue nextDue() {
        return board.legs().stream()
                .filter(leg -> leg.state() == LegState.QUEUED)
                .flatMap(leg -> leg.targetSeconds() == null
                        ? Stream.empty()
                        : Stream.of(new Tile.NextDue(leg.queuedAt(), leg.targetSeconds())))
                .min(Comparator.comparing(Tile.NextDue::dueAt))
                .orElse(null);
    }

    private Tile.Csat csat() {
        return day == null ? new Tile.Csat(0, 0) : new Tile.Csat(day.ratings(), day.satisfied());
    }

    private @Nullable Integer openCases() {
        return board.casesOpened() == 0 ? null : (Integer) (board.casesOpened() - board.casesClosed());
    }

    private Tile.@Nullable Observed observed() {
        Instant newest = board.queues().stream()
                .map(QueueNow::at)
                .max(Instant::compareTo)
                .orElse(null);
        if (newest == null) {
            return null;
        }
        LocalDate today = LocalDate.ofInstant(newest, office.zone());
        List<QueueNow> seen = board.queues().stream()
                .filter(queue -> LocalDate.ofInstant(queue.at(), office.zone()).equals(today))
                .toList();
        return new Tile.Observed(
                seen.stream().mapToInt(QueueNow::waiting).sum(),
                seen.stream().mapToInt(QueueNow::openDesks).max().orElse(0),
                newest);
    }

    /** The desks of the office, and those that only their own facts tell of; by id. */
    private Map<String, Map<String, String>> deskNames() {
        Map<String, Map<String, String>> names = new TreeMap<>();
        board.desks().stream()
                .filter(desk -> desk.status() != DeskStatus.CLOSED)
                .forEach(desk -> names.put(desk.id(), Map.of("und", desk.id())));
        office.desks().forEach(desk -> names.put(desk.id(), desk.name()));
        return names;
    }

    private DeskView desk(String id, Map<String, String> name) {
        DeskDay used = day == null ? DeskDay.unused(id) : day.desk(id);
        double staffed = used.staffedMs() / 1_000.0;
        double serving = used.servingMs() / 1_000.0;
        DeskNow now = board.desk(id);
        if (now == null) {
            return new DeskView(id, name, DeskState.CLOSED, null, null, null, null, staffed, null, serving);
        }
        OpenLeg leg = board.legs().stream()
                .filter(open -> open.visit().equals(now.visit()))
                .findFirst()
                .orElse(null);
        DeskState state = switch (now.status()) {
            case CLOSED -> DeskState.CLOSED;
            case FREE -> DeskState.FREE;
            case BREAK -> DeskState.BREAK;
            case ENGAGED -> engaged(leg);
        };
        return new DeskView(
                id,
                name,
                state,
                now.staff(),
                now.visit(),
                leg == null ? null : leg.ticket(),
                since(now, leg),
                staffed,
                now.isStaffed() ? now.since() : null,
                serving);
    }

    private static DeskState engaged(@Nullable OpenLeg leg) {
        if (leg == null) {
            return DeskState.CALLING;
        }
        return switch (leg.state()) {
            case IN_SERVICE -> DeskState.SERVING;
            case ON_HOLD -> DeskState.ON_HOLD;
            case QUEUED, CALLED, SERVED, TRANSFERRED, NO_SHOW, ABANDONED, CLOSED_BY_SYSTEM -> DeskState.CALLING;
        };
    }

    private static Instant since(DeskNow desk, @Nullable OpenLeg leg) {
        if (leg == null) {
            return desk.since();
        }
        Instant since = leg.state() == LegState.ON_HOLD ? leg.heldAt() : leg.startedAt();
        return since == null ? desk.since() : since;
    }

    private QueuedView queued(OpenLeg leg) {
        Office.Service service = office.service(leg.service());
        return new QueuedView(
                leg.visit(),
                leg.ticket(),
                leg.service(),
                service == null ? Map.of("und", leg.service()) : service.name(),
                leg.state(),
                leg.queuedAt(),
                leg.calledAt(),
                leg.startedAt(),
                leg.desk(),
                leg.targetSeconds());
    }

    private static HourView hour(Day.Hour hour) {
        Sample waits = new Sample();
        waits.addAll(hour.waits());
        return new HourView(
                hour.hour(),
                hour.arrived(),
                hour.served(),
                seconds(waits.percentile(50)),
                seconds(waits.percentile(90)),
                hour.waits().size());
    }
}
