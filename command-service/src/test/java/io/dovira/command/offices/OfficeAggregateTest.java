package io.dovira.command.offices;

import static io.dovira.command.platform.AggregateFixtures.accepted;
import static io.dovira.command.platform.AggregateFixtures.command;
import static io.dovira.command.platform.AggregateFixtures.declined;
import static io.dovira.command.platform.AggregateFixtures.fixture;
import static io.dovira.command.platform.AggregateFixtures.intent;
import static io.dovira.command.platform.AggregateFixtures.when;
import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.platform.PlatformReason;
import io.dovira.command.platform.Reason;
import io.dovira.events.DeskId;
import io.dovira.events.OfficeId;
import io.dovira.events.OrganisationId;
import io.dovira.events.RegionId;
import io.dovira.events.ServiceId;
import io.dovira.events.StaffId;
import io.dovira.events.offices.BreakStarted;
import io.dovira.events.offices.Desk;
import io.dovira.events.offices.DeskClosed;
import io.dovira.events.offices.DeskDismantled;
import io.dovira.events.offices.DeskFact;
import io.dovira.events.offices.DeskInstalled;
import io.dovira.events.offices.DeskOpened;
import io.dovira.events.offices.DeskRemoved;
import io.dovira.events.offices.Office;
import io.dovira.events.offices.OfficeClosed;
import io.dovira.events.offices.OfficeFact;
import io.dovira.events.offices.OfficeRegistered;
import io.dovira.events.offices.OfficeRenamed;
import io.dovira.events.offices.ServiceOffered;
import io.dovira.events.offices.ServiceWithdrawn;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Past facts happen one a minute from nine on; the command at ten. */
class OfficeAggregateTest {
    private static final OfficeId ID = new OfficeId("lviv-03");
    private static final ServiceId ADVICE = new ServiceId("advice");
    private static final DeskId ONE = new DeskId("1");
    private static final StaffId ANNA = new StaffId("anna");
    private static final Map<String, String> NAME = Map.of("en", "A name");
    private static final Map<String, String> OTHER = Map.of("en", "Another");
    private static final Instant NINE = Instant.parse("2026-03-02T07:00:00Z");
    private static final Instant TEN = NINE.plus(Duration.ofHours(1));
    private static final OfficeRegistered REGISTERED = new OfficeRegistered(
            ID, NAME, new OrganisationId("police"), NAME, new RegionId("lviv"), NAME, "Europe/Kyiv");
    private static final RegisterOffice REGISTER = new RegisterOffice(
            ID, NAME, new OrganisationId("police"), NAME, new RegionId("lviv"), NAME, ZoneId.of("Europe/Kyiv"));

    private final FakeDesks desks = new FakeDesks();

    @Test
    void isRegisteredOnce() {
        given().expectEvents(REGISTERED)
                .expectResultMessagePayloadMatching(accepted(1, Office.evolve(null, REGISTERED, TEN)));
        refused(OfficeReason.OFFICE_EXISTS, REGISTER, REGISTERED);
    }

    @Test
    void isUnknownBeforeItIsRegistered() {
        refused(OfficeReason.OFFICE_UNKNOWN, new RenameOffice(ID, OTHER));
    }

    @Test
    void bearsAnotherName() {
        accepts(new OfficeRenamed(ID, OTHER), new RenameOffice(ID, OTHER), REGISTERED);
        refused(OfficeReason.NOTHING_CHANGED, new RenameOffice(ID, NAME), REGISTERED);
    }

    @Test
    void doesNothingOnceClosed() {
        OfficeClosed closed = new OfficeClosed(ID, "moved");
        accepts(closed, new CloseOffice(ID, "moved"), REGISTERED);
        for (OfficeCommand command : List.of(
                new RenameOffice(ID, OTHER),
                new CloseOffice(ID, "again"),
                new OfferService(ID, ADVICE, NAME, null),
                new WithdrawService(ID, ADVICE),
                new InstallDesk(ID, ONE, NAME),
                new RemoveDesk(ID, ONE))) {
            refused(OfficeReason.OFFICE_CLOSED, command, REGISTERED, closed);
        }
    }

    @Test
    void offersAServiceAndWithdrawsIt() {
        ServiceOffered offered = new ServiceOffered(ID, ADVICE, NAME, 900);
        ServiceWithdrawn withdrawn = new ServiceWithdrawn(ID, ADVICE);
        accepts(offered, new OfferService(ID, ADVICE, NAME, 900), REGISTERED);
        refused(OfficeReason.NOTHING_CHANGED, new OfferService(ID, ADVICE, NAME, 900), REGISTERED, offered);
        accepts(
                new ServiceOffered(ID, ADVICE, NAME, null),
                new OfferService(ID, ADVICE, NAME, null),
                REGISTERED,
                offered);
        accepts(withdrawn, new WithdrawService(ID, ADVICE), REGISTERED, offered);
        refused(OfficeReason.SERVICE_NOT_OFFERED, new WithdrawService(ID, ADVICE), REGISTERED);
        refused(OfficeReason.SERVICE_NOT_OFFERED, new WithdrawService(ID, ADVICE), REGISTERED, offered, withdrawn);
        accepts(offered, new OfferService(ID, ADVICE, NAME, 900), REGISTERED, offered, withdrawn);
    }

    @Test
    void installsADesk() {
        DeskInstalled installed = new DeskInstalled(ID, ONE, NAME);
        accepts(installed, new InstallDesk(ID, ONE, NAME), REGISTERED);
        refused(OfficeReason.NOTHING_CHANGED, new InstallDesk(ID, ONE, NAME), REGISTERED, installed);
        accepts(new DeskInstalled(ID, ONE, OTHER), new InstallDesk(ID, ONE, OTHER), REGISTERED, installed);
        accepts(installed, new InstallDesk(ID, ONE, NAME), REGISTERED, installed, new DeskRemoved(ID, ONE));
    }

    @Test
    void removesADeskInBothStreamsSoThatNobodyOpensItAtTheSameMoment() {
        accepts(new DeskRemoved(ID, ONE), new RemoveDesk(ID, ONE), REGISTERED, new DeskInstalled(ID, ONE, NAME));

        assertThat(desks.recorded).containsExactly(new DeskDismantled(ID, ONE));
    }

    @Test
    void removesOnlyADeskThatIsThereAndClosed() {
        DeskInstalled installed = new DeskInstalled(ID, ONE, NAME);
        refused(OfficeReason.DESK_UNKNOWN, new RemoveDesk(ID, ONE), REGISTERED);
        refused(OfficeReason.DESK_UNKNOWN, new RemoveDesk(ID, ONE), REGISTERED, installed, new DeskRemoved(ID, ONE));
        desks.desk = Desk.evolve(null, new DeskOpened(ID, ONE, ANNA), NINE);
        refused(OfficeReason.DESK_OPEN, new RemoveDesk(ID, ONE), REGISTERED, installed);
        desks.desk = Desk.evolve(desks.desk, new BreakStarted(ID, ONE, ANNA), NINE);
        refused(OfficeReason.DESK_OPEN, new RemoveDesk(ID, ONE), REGISTERED, installed);
        desks.desk = Desk.evolve(desks.desk, new DeskClosed(ID, ONE, ANNA), NINE);
        accepts(new DeskRemoved(ID, ONE), new RemoveDesk(ID, ONE), REGISTERED, installed);
    }

    @Test
    void doesNotRemoveADeskBeforeItWasClosed() {
        desks.desk = Desk.evolve(
                Desk.evolve(null, new DeskOpened(ID, ONE, ANNA), NINE),
                new DeskClosed(ID, ONE, ANNA),
                TEN.plusSeconds(1));
        refused(PlatformReason.BEFORE_LAST_FACT, new RemoveDesk(ID, ONE), REGISTERED, new DeskInstalled(ID, ONE, NAME));
    }

    @Test
    void refusesAnOfficeOutsideTheScope() {
        when(
                        newFixture(),
                        NINE,
                        List.of(),
                        command(Offices.SUBJECT, ID.stream(), REGISTER, intent(TEN, new OfficeId("other"))))
                .expectNoEvents()
                .expectResultMessagePayloadMatching(declined(PlatformReason.OFFICE_OUTSIDE_SCOPE));
    }

    private ResultValidator<OfficeAggregate> given() {
        return sent(REGISTER);
    }

    private void accepts(OfficeFact expected, OfficeCommand command, OfficeFact... past) {
        sent(command, past).expectEvents(expected);
    }

    private void refused(Reason reason, OfficeCommand command, OfficeFact... past) {
        int before = desks.recorded.size();
        sent(command, past).expectNoEvents().expectResultMessagePayloadMatching(declined(reason));
        assertThat(desks.recorded).hasSize(before);
    }

    private ResultValidator<OfficeAggregate> sent(OfficeCommand command, OfficeFact... past) {
        return when(newFixture(), NINE, List.of(past), command(Offices.SUBJECT, ID.stream(), command, intent(TEN)));
    }

    private AggregateTestFixture<OfficeAggregate> newFixture() {
        return fixture(OfficeAggregate.class, desks);
    }

    private static final class FakeDesks implements Desks {
        private @Nullable Desk desk;
        private final List<DeskFact> recorded = new ArrayList<>();

        @Override
        public @Nullable Desk load(OfficeId office, DeskId id) {
            return desk;
        }

        @Override
        public void record(DeskFact fact, MetaData meta) {
            recorded.add(fact);
        }
    }
}
