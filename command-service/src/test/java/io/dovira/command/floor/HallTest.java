package io.dovira.command.floor;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.DeskId;
import io.dovira.events.Fact;
import io.dovira.events.Meta;
import io.dovira.events.OfficeId;
import io.dovira.events.OrganisationId;
import io.dovira.events.Origin;
import io.dovira.events.Recorded;
import io.dovira.events.RegionId;
import io.dovira.events.ServiceId;
import io.dovira.events.StaffId;
import io.dovira.events.TimeQuality;
import io.dovira.events.VisitId;
import io.dovira.events.clocks.Limit;
import io.dovira.events.offices.DeskEngaged;
import io.dovira.events.offices.DeskFact;
import io.dovira.events.offices.DeskInstalled;
import io.dovira.events.offices.DeskOpened;
import io.dovira.events.offices.DeskState;
import io.dovira.events.offices.OfficeRegistered;
import io.dovira.events.offices.ServiceOffered;
import io.dovira.events.policies.KnownPolicies;
import io.dovira.events.policies.PolicyPublished;
import io.dovira.events.visits.Channel;
import io.dovira.events.visits.CorrectedField;
import io.dovira.events.visits.LegState;
import io.dovira.events.visits.ServiceFinished;
import io.dovira.events.visits.ServiceStarted;
import io.dovira.events.visits.TicketIssued;
import io.dovira.events.visits.VisitCorrected;
import io.dovira.events.visits.VisitorAbandoned;
import io.dovira.events.visits.VisitorArrived;
import io.dovira.events.visits.VisitorCalled;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HallTest {
    private static final OfficeId LVIV = new OfficeId("lviv-03");
    private static final DeskId DESK = new DeskId("2");
    private static final StaffId ANNA = new StaffId("anna");
    private static final ServiceId ADVICE = new ServiceId("advice");
    private static final Instant MORNING = Instant.parse("2026-03-02T07:00:00Z");

    private final List<Recorded<?>> log = new ArrayList<>();
    private final Map<String, Integer> sequences = new HashMap<>();
    private final Hall hall = new Hall((stream, upTo) -> log.stream()
            .filter(fact -> fact.stream().equals(stream) && fact.position() <= upTo)
            .toList());

    @BeforeEach
    void openTheOffice() {
        take(
                LVIV.stream(),
                0,
                new OfficeRegistered(
                        LVIV,
                        Map.of("en", "Front office"),
                        new OrganisationId("police"),
                        Map.of("en", "Police"),
                        new RegionId("lviv"),
                        Map.of("en", "Lviv"),
                        "Europe/Kyiv"));
        take(LVIV.stream(), 0, new ServiceOffered(LVIV, ADVICE, Map.of("en", "Advice"), 900));
        take(LVIV.stream(), 0, new DeskInstalled(LVIV, DESK, Map.of("en", "Desk 2")));
    }

    @Test
    void showsWhoWaitsAndWhoIsServed() {
        take(DeskFact.stream(LVIV, DESK), 1, new DeskOpened(LVIV, DESK, ANNA));
        arrive("first", 2);
        arrive("second", 3);
        call("first", 4);

        Floor floor = floor(5);

        assertThat(floor.open())
                .extracting(guest -> guest.visit().id().value() + " " + state(guest))
                .containsExactlyInAnyOrder("first CALLED", "second QUEUED");
        Floor.Seat seat = floor.seats().getFirst();
        assertThat(Objects.requireNonNull(seat.state()).state()).isEqualTo(DeskState.ENGAGED);
        assertThat(floor.position()).isEqualTo(log.size());
    }

    @Test
    void keepsTheLastWhoLeftAndSetsThemRight() {
        take(DeskFact.stream(LVIV, DESK), 1, new DeskOpened(LVIV, DESK, ANNA));
        VisitId visit = arrive("served", 2);
        call("served", 4);
        take(visit.stream(), 5, new ServiceStarted(visit, 1, DESK, ANNA));
        String finished = take(visit.stream(), 9, new ServiceFinished(visit, 1, null));

        Guest left = floor(10).gone().getFirst();
        assertThat(left.told().get(1)).containsEntry(CorrectedField.ENDED_AT, finished);

        String corrected = take(
                visit.stream(),
                11,
                new VisitCorrected(
                        visit,
                        finished,
                        1,
                        CorrectedField.ENDED_AT,
                        at(9).toString(),
                        at(8).toString(),
                        "typed late",
                        null,
                        null,
                        null));

        Guest right = floor(12).gone().getFirst();
        assertThat(right.visit().leg(1).endedAt()).isEqualTo(at(8));
        assertThat(right.told().get(1)).containsEntry(CorrectedField.ENDED_AT, corrected);
        assertThat(floor(12).open()).isEmpty();
    }

    /** The office promises nothing for permits. Whoever waits keeps the rule of the moment of the ticket; who comes now has that of now. */
    @Test
    void knowsHowLongEachWaitMayTake() {
        ServiceId permit = new ServiceId("permit");
        take(LVIV.stream(), 1, new ServiceOffered(LVIV, permit, Map.of("en", "Permit"), null));
        take(KnownPolicies.VISIT_WAIT.stream(), 1, rule(1, 1_200, 1));
        take(KnownPolicies.VISIT_WAIT.stream(), 1, rule(2, 300, 5));
        VisitId advised = arrive("advised", 2);
        VisitId permitted = new VisitId("permitted");
        take(permitted.stream(), 3, new VisitorArrived(permitted, LVIV, Channel.IN_PERSON, null));
        take(permitted.stream(), 3, new TicketIssued(permitted, "B001", permit));

        Map<VisitId, Integer> targets = new HashMap<>();
        floor(6).open()
                .forEach(guest -> targets.put(
                        guest.visit().id(), guest.targets().of(guest.visit().leg(1))));
        assertThat(targets).isEqualTo(Map.of(advised, 900, permitted, 1_200));
        assertThat(ShownFloor.of(floor(4)).services())
                .extracting(ShownFloor.Service::waitTargetSeconds)
                .containsExactly(900, 1_200);
        assertThat(ShownFloor.of(floor(5)).services())
                .extracting(ShownFloor.Service::waitTargetSeconds)
                .containsExactly(900, 300);
    }

    private static PolicyPublished rule(int version, int seconds, int fromMinute) {
        return new PolicyPublished(
                KnownPolicies.VISIT_WAIT,
                version,
                Map.of("en", "A wait"),
                Limit.seconds(seconds),
                null,
                null,
                List.of(),
                Map.of("en", "An order"),
                at(fromMinute),
                null,
                false,
                null);
    }

    /** The hall begins with the last day and a half: what arrived before it is in the log only. */
    @Test
    void looksUpWhatBeganBeforeIt() {
        VisitId visit = new VisitId("early");
        note(visit.stream(), 1, new VisitorArrived(visit, LVIV, Channel.IN_PERSON, null));
        note(visit.stream(), 1, new TicketIssued(visit, "A001", ADVICE));
        note(DeskFact.stream(LVIV, DESK), 1, new DeskOpened(LVIV, DESK, ANNA));

        take(visit.stream(), 5, new VisitorCalled(visit, 1, DESK, ANNA));
        take(DeskFact.stream(LVIV, DESK), 5, new DeskEngaged(LVIV, DESK, visit, 1));

        Floor floor = floor(6);
        assertThat(floor.open()).extracting(HallTest::state).containsExactly(LegState.CALLED);
        assertThat(Objects.requireNonNull(floor.seats().getFirst().state()).staff())
                .isEqualTo(ANNA);
    }

    @Test
    void showsWhoWasLeftOpenUntilSomebodySaysHowItEnded() {
        VisitId visit = arrive("forgotten", 2);
        Instant daysLater = at(2).plus(Hall.DAY.multipliedBy(3));
        assertThat(hall.floor(LVIV, daysLater).orElseThrow().open()).hasSize(1);

        take(visit.stream(), 9, new VisitorAbandoned(visit, 1));

        Floor floor = hall.floor(LVIV, daysLater).orElseThrow();
        assertThat(floor.open()).isEmpty();
        assertThat(floor.gone()).hasSize(1);
    }

    @Test
    void remembersWhoIsStillOpenFromTheWeeksBefore() {
        VisitId open = new VisitId("open");
        VisitId left = new VisitId("left");
        for (VisitId visit : List.of(open, left)) {
            note(visit.stream(), 1, new VisitorArrived(visit, LVIV, Channel.IN_PERSON, null));
            note(visit.stream(), 1, new TicketIssued(visit, "A001", ADVICE));
        }
        note(left.stream(), 3, new VisitorAbandoned(left, 1));
        arrive("today", 2_000);

        hall.remember(open.stream());
        hall.remember(left.stream());
        hall.remember(open.stream());

        assertThat(floor(2_001).open())
                .extracting(guest -> guest.visit().id().value())
                .as("in the order of arrival")
                .containsExactly("open", "today");
        assertThat(hall.holds(open.stream())).isTrue();
        assertThat(hall.holds(left.stream())).isFalse();
    }

    @Test
    void leavesOutAFactThatCannotFollow() {
        VisitId visit = arrive("odd", 2);
        take(visit.stream(), 3, new VisitorArrived(visit, LVIV, Channel.IN_PERSON, null));
        arrive("next", 4);

        assertThat(floor(5).open()).hasSize(2);
    }

    @Test
    void knowsNoOfficeThatIsNotRegistered() {
        assertThat(hall.floor(new OfficeId("nowhere"), MORNING)).isEmpty();
    }

    private static LegState state(Guest guest) {
        return Objects.requireNonNull(guest.visit().lastLeg()).state();
    }

    private Floor floor(int minute) {
        return hall.floor(LVIV, at(minute)).orElseThrow();
    }

    private VisitId arrive(String id, int minute) {
        VisitId visit = new VisitId(id);
        take(visit.stream(), minute, new VisitorArrived(visit, LVIV, Channel.IN_PERSON, null));
        take(visit.stream(), minute, new TicketIssued(visit, "A00" + minute, ADVICE));
        return visit;
    }

    private void call(String id, int minute) {
        VisitId visit = new VisitId(id);
        take(visit.stream(), minute, new VisitorCalled(visit, 1, DESK, ANNA));
        take(DeskFact.stream(LVIV, DESK), minute, new DeskEngaged(LVIV, DESK, visit, 1));
    }

    private String take(String stream, int minute, Fact fact) {
        Recorded<?> recorded = note(stream, minute, fact);
        hall.take(recorded);
        return recorded.eventId();
    }

    /** In the log, and nowhere else. */
    private Recorded<?> note(String stream, int minute, Fact fact) {
        int sequence = sequences.merge(stream, 1, Integer::sum) - 1;
        long position = log.size() + 1L;
        Meta meta = new Meta("clerk", "clerk", "c", null, LVIV.value(), TimeQuality.EXACT, Origin.LIVE);
        Recorded<?> recorded =
                new Recorded<>(position, "e-" + position, stream, sequence, at(minute), at(minute), meta, fact);
        log.add(recorded);
        return recorded;
    }

    private static Instant at(int minute) {
        return MORNING.plusSeconds(60L * minute);
    }
}
