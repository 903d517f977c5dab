package io.dovira.command.offices;

import static io.dovira.command.platform.AggregateFixtures.accepted;
import static io.dovira.command.platform.AggregateFixtures.command;
import static io.dovira.command.platform.AggregateFixtures.declined;
import static io.dovira.command.platform.AggregateFixtures.fixture;
import static io.dovira.command.platform.AggregateFixtures.intent;
import static io.dovira.command.platform.AggregateFixtures.when;
import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.platform.Intent;
import io.dovira.command.platform.PlatformReason;
import io.dovira.command.platform.Reason;
import io.dovira.events.DeskId;
import io.dovira.events.OfficeId;
import io.dovira.events.OrganisationId;
import io.dovira.events.RegionId;
import io.dovira.events.StaffId;
import io.dovira.events.VisitId;
import io.dovira.events.offices.BreakEnded;
import io.dovira.events.offices.BreakStarted;
import io.dovira.events.offices.Desk;
import io.dovira.events.offices.DeskClosed;
import io.dovira.events.offices.DeskEngaged;
import io.dovira.events.offices.DeskFact;
import io.dovira.events.offices.DeskInstalled;
import io.dovira.events.offices.DeskOpened;
import io.dovira.events.offices.DeskReleased;
import io.dovira.events.offices.DeskRemoved;
import io.dovira.events.offices.Office;
import io.dovira.events.offices.OfficeClosed;
import io.dovira.events.offices.OfficeFact;
import io.dovira.events.offices.OfficeRegistered;
import io.dovira.events.offices.StaffFact;
import io.dovira.events.offices.StaffLoggedIn;
import io.dovira.events.offices.StaffLoggedOut;
import io.dovira.events.offices.StaffSession;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Past facts happen one a minute from nine on; the command at ten. */
class DeskAggregateTest {
    private static final OfficeId OFFICE = new OfficeId("lviv-03");
    private static final DeskId ONE = new DeskId("1");
    private static final DeskId TWO = new DeskId("2");
    private static final StaffId ANNA = new StaffId("anna");
    private static final Map<String, String> NAME = Map.of("en", "A name");
    private static final Instant NINE = Instant.parse("2026-03-02T07:00:00Z");
    private static final Instant TEN = NINE.plus(Duration.ofHours(1));
    private static final DeskOpened OPENED = new DeskOpened(OFFICE, ONE, ANNA);
    private static final OpenDesk OPEN = new OpenDesk(OFFICE, ONE, ANNA);
    private static final StartBreak PAUSE = new StartBreak(OFFICE, ONE);
    private static final EndBreak GO_ON = new EndBreak(OFFICE, ONE);
    private static final CloseDesk CLOSE = new CloseDesk(OFFICE, ONE);

    private final FakeSurroundings surroundings = new FakeSurroundings();

    @Test
    void opensAndSeatsThePersonInOneAppend() {
        sent(OPEN).expectEvents(OPENED).expectResultMessagePayloadMatching(accepted(2, Desk.evolve(null, OPENED, TEN)));

        assertThat(surroundings.recorded).containsExactly(new StaffLoggedIn(ANNA, OFFICE, ONE));
    }

    @Test
    void opensOnlyWhenClosed() {
        refused(OfficeReason.DESK_OPEN, OPEN, OPENED);
        refused(OfficeReason.DESK_OPEN, OPEN, OPENED, new BreakStarted(OFFICE, ONE, ANNA));
        sent(OPEN, OPENED, new DeskClosed(OFFICE, ONE, ANNA)).expectEvents(OPENED);
    }

    @Test
    void seatsNobodyWhoSitsAtAnotherDesk() {
        surroundings.sessions.put(
                ANNA, StaffSession.evolve(null, new StaffLoggedIn(ANNA, new OfficeId("kyiv-01"), TWO), NINE));
        refused(OfficeReason.STAFF_ELSEWHERE, OPEN);
        surroundings.sessions.put(
                ANNA,
                StaffSession.evolve(
                        surroundings.sessions.get(ANNA),
                        new StaffLoggedOut(ANNA, new OfficeId("kyiv-01"), TWO),
                        TEN.plusSeconds(1)));
        refused(PlatformReason.BEFORE_LAST_FACT, OPEN);
    }

    @Test
    void opensOnlyInAnOfficeThatIsThereAndOpenAndHasIt() {
        surroundings.office = null;
        refused(OfficeReason.OFFICE_UNKNOWN, OPEN);
        surroundings.office = theOffice();
        refused(OfficeReason.DESK_UNKNOWN, OPEN);
        surroundings.office = theOffice(new DeskInstalled(OFFICE, ONE, NAME), new DeskRemoved(OFFICE, ONE));
        refused(OfficeReason.DESK_UNKNOWN, OPEN);
        surroundings.office = theOffice(new DeskInstalled(OFFICE, ONE, NAME), new OfficeClosed(OFFICE, "moved"));
        refused(OfficeReason.OFFICE_CLOSED, OPEN);
    }

    @Test
    void pausesAndGoesOn() {
        BreakStarted paused = new BreakStarted(OFFICE, ONE, ANNA);
        sent(PAUSE, OPENED).expectEvents(paused);
        sent(GO_ON, OPENED, paused).expectEvents(new BreakEnded(OFFICE, ONE, ANNA));
        refused(OfficeReason.DESK_NOT_ON_BREAK, GO_ON, OPENED);
        refused(OfficeReason.DESK_ON_BREAK, PAUSE, OPENED, paused);
        refused(OfficeReason.DESK_CLOSED, PAUSE);
    }

    @Test
    void neitherPausesNorClosesWhileItIsEngaged() {
        DeskEngaged engaged = new DeskEngaged(OFFICE, ONE, new VisitId("v1"), 1);
        for (DeskCommand command : List.of(PAUSE, CLOSE)) {
            refused(OfficeReason.DESK_ENGAGED, command, OPENED, engaged);
            sent(command, OPENED, engaged, new DeskReleased(OFFICE, ONE, new VisitId("v1"), 1))
                    .expectSuccessfulHandlerExecution();
        }
    }

    @Test
    void closesAndEndsTheSession() {
        surroundings.sessions.put(ANNA, StaffSession.evolve(null, new StaffLoggedIn(ANNA, OFFICE, ONE), NINE));

        sent(CLOSE, OPENED).expectEvents(new DeskClosed(OFFICE, ONE, ANNA));
        sent(CLOSE, OPENED, new BreakStarted(OFFICE, ONE, ANNA)).expectEvents(new DeskClosed(OFFICE, ONE, ANNA));

        assertThat(surroundings.recorded)
                .containsExactly(new StaffLoggedOut(ANNA, OFFICE, ONE), new StaffLoggedOut(ANNA, OFFICE, ONE));
    }

    @Test
    void endsNoSessionThatBelongsToAnotherDesk() {
        surroundings.sessions.put(ANNA, StaffSession.evolve(null, new StaffLoggedIn(ANNA, OFFICE, TWO), NINE));

        sent(CLOSE, OPENED).expectEvents(new DeskClosed(OFFICE, ONE, ANNA));

        assertThat(surroundings.recorded).isEmpty();
    }

    @Test
    void doesNothingBeforeItsLastFact() {
        when(
                        newFixture(),
                        NINE,
                        List.of(OPENED),
                        command(Offices.DESKS, DeskFact.stream(OFFICE, ONE), PAUSE, intent(NINE.minusMillis(1))))
                .expectNoEvents()
                .expectResultMessagePayloadMatching(declined(PlatformReason.BEFORE_LAST_FACT));
    }

    @Test
    void refusesAnOfficeOutsideTheScope() {
        Intent elsewhere = intent(TEN, new OfficeId("other"));
        when(newFixture(), NINE, List.of(), command(Offices.DESKS, DeskFact.stream(OFFICE, ONE), OPEN, elsewhere))
                .expectNoEvents()
                .expectResultMessagePayloadMatching(declined(PlatformReason.OFFICE_OUTSIDE_SCOPE));
    }

    private void refused(Reason reason, DeskCommand command, DeskFact... past) {
        int before = surroundings.recorded.size();
        sent(command, past).expectNoEvents().expectResultMessagePayloadMatching(declined(reason));
        assertThat(surroundings.recorded).hasSize(before);
    }

    private ResultValidator<DeskAggregate> sent(DeskCommand command, DeskFact... past) {
        return when(
                newFixture(),
                NINE,
                List.of(past),
                command(Offices.DESKS, DeskFact.stream(OFFICE, ONE), command, intent(TEN)));
    }

    private AggregateTestFixture<DeskAggregate> newFixture() {
        return fixture(DeskAggregate.class, surroundings);
    }

    private static Office theOffice(OfficeFact... facts) {
        Office office = Office.evolve(
                null,
                new OfficeRegistered(
                        OFFICE, NAME, new OrganisationId("police"), NAME, new RegionId("lviv"), NAME, "Europe/Kyiv"),
                NINE);
        for (OfficeFact fact : facts) {
            office = Office.evolve(office, fact, NINE);
        }
        return office;
    }

    private static final class FakeSurroundings implements DeskSurroundings {
        private @Nullable Office office = theOffice(new DeskInstalled(OFFICE, ONE, NAME));
        private final Map<StaffId, StaffSession> sessions = new HashMap<>();
        private final List<StaffFact> recorded = new ArrayList<>();

        @Override
        public Optional<Office> office(OfficeId wanted) {
            return Optional.ofNullable(office);
        }

        @Override
        public @Nullable StaffSession session(StaffId staff) {
            return sessions.get(staff);
        }

        @Override
        public void record(StaffFact fact, MetaData meta) {
            recorded.add(fact);
        }
    }
}
