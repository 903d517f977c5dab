package io.dovira.command.custody;

import static io.dovira.command.custody.Sample.EIGHT;
import static io.dovira.command.custody.Sample.ID;
import static io.dovira.command.custody.Sample.UNIT;
import static io.dovira.command.custody.Sample.minute;
import static io.dovira.command.platform.AggregateFixtures.declined;
import static io.dovira.command.platform.AggregateFixtures.fixture;
import static io.dovira.command.platform.AggregateFixtures.intent;
import static io.dovira.command.platform.AggregateFixtures.when;
import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.platform.AggregateFixtures;
import io.dovira.command.platform.Intent;
import io.dovira.command.platform.PlatformReason;
import io.dovira.events.CustodyId;
import io.dovira.events.Fact;
import io.dovira.events.OfficeId;
import io.dovira.events.custody.Custody;
import io.dovira.events.custody.CustodyFact;
import io.dovira.events.custody.RecordFact.PersonHandedOver;
import io.dovira.events.custody.UnitFact;
import io.dovira.events.custody.UnitFact.HandoverOffered;
import io.dovira.events.custody.UnitFact.PersonAdmitted;
import io.dovira.events.custody.UnitFact.PersonLeft;
import io.dovira.events.custody.UnitFact.ShiftHandedOver;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Past facts happen one a minute from eight on; the command is of p-1, at ten past. */
class UnitAggregateTest {
    private static final PersonAdmitted ADMITTED = new PersonAdmitted(UNIT, ID, Sample.PERSON);
    private static final HandoverOffered OFFERED = new HandoverOffered(UNIT, 1, "p-2");

    private final FakeSurroundings surroundings = new FakeSurroundings();
    private final AggregateTestFixture<UnitAggregate> fixture = fixture(UnitAggregate.class, surroundings);

    /** The record of who is held, and a list of what was recorded there. */
    private static final class FakeSurroundings implements UnitSurroundings {
        final List<Fact> recorded = new ArrayList<>();

        @Override
        public Custody custody(CustodyId custody) {
            @Nullable Custody record = null;
            for (CustodyFact fact : Sample.inTheCell()) {
                record = Custody.evolve(record, fact, EIGHT);
            }
            return Objects.requireNonNull(record);
        }

        @Override
        public void record(CustodyFact fact, MetaData meta) {
            recorded.add(fact);
        }
    }

    private ResultValidator<UnitAggregate> sent(UnitCommand command, UnitFact... past) {
        return sent(command, intent(minute(10)), past);
    }

    private ResultValidator<UnitAggregate> sent(UnitCommand command, Intent intent, UnitFact... past) {
        return when(
                fixture,
                EIGHT,
                List.of(past),
                AggregateFixtures.command(Custodies.UNITS, UnitFact.stream(UNIT), command, intent));
    }

    @Test
    void offersTheNextHandover() {
        sent(new OfferHandover(UNIT), ADMITTED).expectEvents(new HandoverOffered(UNIT, 1, "p-1"));
        assertThat(surroundings.recorded).isEmpty();
    }

    @Test
    void isTakenOverInOneAppendWithTheRecordOfEverybodyHeld() {
        sent(new TakeOver(UNIT), ADMITTED, OFFERED).expectEvents(new ShiftHandedOver(UNIT, 1, "p-2", "p-1", 1));
        assertThat(surroundings.recorded).singleElement().satisfies(fact -> {
            PersonHandedOver told = (PersonHandedOver) fact;
            assertThat(told.custody()).isEqualTo(ID);
            assertThat(told.handover()).isEqualTo(1);
            assertThat(told.from()).isEqualTo("p-2");
            assertThat(told.to()).isEqualTo("p-1");
        });
    }

    @Test
    void isTakenOverEmptyWhenNobodyIsLeft() {
        sent(new TakeOver(UNIT), ADMITTED, new PersonLeft(UNIT, ID), OFFERED)
                .expectEvents(new ShiftHandedOver(UNIT, 1, "p-2", "p-1", 0));
        assertThat(surroundings.recorded).isEmpty();
    }

    @Test
    void refusesASecondSignatureOfTheSamePersonOrWithoutAFirst() {
        sent(new TakeOver(UNIT), ADMITTED)
                .expectNoEvents()
                .expectResultMessagePayloadMatching(declined(CustodyReason.HANDOVER_NOT_OFFERED));
        sent(new TakeOver(UNIT), ADMITTED, new HandoverOffered(UNIT, 1, "p-1"))
                .expectNoEvents()
                .expectResultMessagePayloadMatching(declined(CustodyReason.SECOND_PERSON_NEEDED));
    }

    @Test
    void refusesAUnitThatNeverHeldAnybodyOrIsOutsideTheScope() {
        sent(new OfferHandover(UNIT))
                .expectNoEvents()
                .expectResultMessagePayloadMatching(declined(CustodyReason.UNIT_UNKNOWN));
        sent(new OfferHandover(UNIT), intent(minute(10), new OfficeId("other")), ADMITTED)
                .expectNoEvents()
                .expectResultMessagePayloadMatching(declined(PlatformReason.OFFICE_OUTSIDE_SCOPE));
    }
}
