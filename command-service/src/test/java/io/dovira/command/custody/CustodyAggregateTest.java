package io.dovira.command.custody;

import static io.dovira.command.custody.Sample.EIGHT;
import static io.dovira.command.custody.Sample.ID;
import static io.dovira.command.custody.Sample.minute;
import static io.dovira.command.platform.AggregateFixtures.declined;
import static io.dovira.command.platform.AggregateFixtures.fixture;
import static io.dovira.command.platform.AggregateFixtures.intent;
import static io.dovira.command.platform.AggregateFixtures.when;
import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.platform.AggregateFixtures;
import io.dovira.command.platform.Intent;
import io.dovira.command.platform.PlatformReason;
import io.dovira.events.Fact;
import io.dovira.events.OfficeId;
import io.dovira.events.custody.ArrivalFact.PersonDelivered;
import io.dovira.events.custody.CareFact.CellVisitDone;
import io.dovira.events.custody.CareFact.Observation;
import io.dovira.events.custody.CustodyFact;
import io.dovira.events.custody.DetentionGround;
import io.dovira.events.custody.Duty;
import io.dovira.events.custody.LegalAidFact.LegalAidNotified;
import io.dovira.events.custody.RecordFact.ClockStarted;
import io.dovira.events.custody.UnitFact;
import io.dovira.events.custody.UnitFact.PersonAdmitted;
import io.dovira.events.offices.Office;
import io.dovira.events.policies.PolicyBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

/** Past facts happen one a minute from eight on: apprehended 0, delivered 1, registered 2, cell 3. */
class CustodyAggregateTest {
    private final FakeSurroundings surroundings = new FakeSurroundings();
    private final AggregateTestFixture<CustodyAggregate> fixture = fixture(CustodyAggregate.class, surroundings);

    /** One unit, the law of the first home, and a list of what was recorded in the stream of the unit. */
    private static final class FakeSurroundings implements CustodySurroundings {
        final List<Fact> recorded = new ArrayList<>();

        @Override
        public Optional<Office> office(OfficeId office) {
            return office.equals(Sample.UNIT) ? Optional.of(Sample.OFFICE) : Optional.empty();
        }

        @Override
        public PolicyBook policies() {
            return Sample.LAW;
        }

        @Override
        public void record(UnitFact fact, MetaData meta) {
            recorded.add(fact);
        }
    }

    private ResultValidator<CustodyAggregate> sent(List<CustodyFact> past, CustodyFact entry, Intent intent) {
        return when(
                fixture,
                EIGHT,
                past,
                AggregateFixtures.command(Custodies.SUBJECT, ID.stream(), new MakeEntry(entry), intent));
    }

    @Test
    void beginsWithTheApprehensionAndItsClocks() {
        sent(List.of(), Sample.apprehended(DetentionGround.ADMINISTRATIVE), intent(EIGHT))
                .expectEvents(
                        Sample.apprehended(DetentionGround.ADMINISTRATIVE),
                        new ClockStarted(ID, Duty.NOTIFY_LEGAL_AID, EIGHT, minute(60), "custody-legal-aid@1"),
                        new ClockStarted(ID, Duty.NOTIFY_RELATIVES, EIGHT, minute(60), "custody-relatives@1"),
                        new ClockStarted(ID, Duty.END_DETENTION, EIGHT, minute(180), "custody-administrative@1"));
    }

    @Test
    void tellsTheUnitInTheSameAppendWhoCame() {
        sent(Sample.inTheCell().subList(0, 1), new PersonDelivered(ID), intent(minute(1)))
                .expectEvents(
                        new PersonDelivered(ID),
                        new ClockStarted(ID, Duty.OPEN_RECORD, minute(1), minute(16), "custody-registration@1"));
        assertThat(surroundings.recorded).containsExactly(new PersonAdmitted(Sample.UNIT, ID, Sample.PERSON));
    }

    @Test
    void givesTheCentreAnHourToNameALawyer() {
        sent(Sample.inTheCell(), new LegalAidNotified(ID), intent(minute(10)))
                .expectEvents(
                        new LegalAidNotified(ID),
                        new ClockStarted(ID, Duty.ASSIGN_LAWYER, minute(10), minute(70), "custody-lawyer-named@1"));
    }

    @Test
    void takesAVisitThatIsToldLate() {
        Intent late = intent(minute(4));

        sent(Sample.inTheCell(), new CellVisitDone(ID, Observation.GENERAL, false), late)
                .expectEvents(
                        new CellVisitDone(ID, Observation.GENERAL, false),
                        new ClockStarted(ID, Duty.CELL_VISIT, minute(4), minute(64), "custody-cell-visit@1"));
    }

    @Test
    void refusesAnOfficeOutsideTheScopeBeforeAnythingElse() {
        sent(Sample.inTheCell(), new LegalAidNotified(ID), intent(minute(10), new OfficeId("other")))
                .expectNoEvents()
                .expectResultMessagePayloadMatching(declined(PlatformReason.OFFICE_OUTSIDE_SCOPE));
    }

    @Test
    void refusesARecordThatIsThereOrIsNot() {
        sent(Sample.inTheCell(), Sample.apprehended(DetentionGround.ON_RULING), intent(minute(10)))
                .expectNoEvents()
                .expectResultMessagePayloadMatching(declined(CustodyReason.CUSTODY_EXISTS));
        sent(List.of(), new PersonDelivered(ID), intent(minute(10)))
                .expectNoEvents()
                .expectResultMessagePayloadMatching(declined(CustodyReason.CUSTODY_UNKNOWN));
    }
}
