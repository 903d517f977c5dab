package io.dovira.command.visits;

import static io.dovira.command.platform.AggregateFixtures.accepted;
import static io.dovira.command.platform.AggregateFixtures.command;
import static io.dovira.command.platform.AggregateFixtures.declined;
import static io.dovira.command.platform.AggregateFixtures.eventId;
import static io.dovira.command.platform.AggregateFixtures.fixture;
import static io.dovira.command.platform.AggregateFixtures.intent;
import static io.dovira.command.platform.AggregateFixtures.now;
import static io.dovira.command.platform.AggregateFixtures.when;
import static io.dovira.command.visits.Sample.ADVICE;
import static io.dovira.command.visits.Sample.ANNA;
import static io.dovira.command.visits.Sample.NINE;
import static io.dovira.command.visits.Sample.OFFICE_ID;
import static io.dovira.command.visits.Sample.ONE;
import static io.dovira.command.visits.Sample.VISIT;
import static io.dovira.command.visits.Sample.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.corrections.CorrectionReason;
import io.dovira.command.platform.Intent;
import io.dovira.command.platform.PlatformReason;
import io.dovira.events.Meta;
import io.dovira.events.OfficeId;
import io.dovira.events.TimeQuality;
import io.dovira.events.offices.Desk;
import io.dovira.events.offices.DeskEngaged;
import io.dovira.events.offices.DeskReleased;
import io.dovira.events.tickets.TicketNumberDrawn;
import io.dovira.events.visits.Channel;
import io.dovira.events.visits.CorrectedField;
import io.dovira.events.visits.ServiceHeld;
import io.dovira.events.visits.ServiceStarted;
import io.dovira.events.visits.SystemCause;
import io.dovira.events.visits.TicketIssued;
import io.dovira.events.visits.Visit;
import io.dovira.events.visits.VisitClosedBySystem;
import io.dovira.events.visits.VisitCorrected;
import io.dovira.events.visits.VisitCorrectionProposed;
import io.dovira.events.visits.VisitFact;
import io.dovira.events.visits.VisitorArrived;
import io.dovira.events.visits.VisitorCalled;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Past facts happen one a minute from nine on: arrival 0, ticket 1, call 2, start 3, hold 4. */
class VisitAggregateTest {
    private static final Desk FREE = Sample.open(ONE, ANNA);
    private static final List<VisitFact> STORY = List.of(
            new VisitorArrived(VISIT, OFFICE_ID, Channel.IN_PERSON, null),
            new TicketIssued(VISIT, "A001", ADVICE),
            new VisitorCalled(VISIT, 1, ONE, ANNA),
            new ServiceStarted(VISIT, 1, ONE, ANNA),
            new ServiceHeld(VISIT, 1, null));

    private static final Instant NEXT_DAY = minute(24 * 60);
    private static final String WAS = minute(3).toString();
    private static final String IS = minute(2).plusSeconds(30).toString();

    private final FakeSurroundings surroundings = new FakeSurroundings();
    private final AggregateTestFixture<VisitAggregate> fixture = fixture(VisitAggregate.class, surroundings);

    @Test
    void beginsWithTheArrivalTheTicketAndItsNumber() {
        ArriveVisitor arrive = new ArriveVisitor(VISIT, OFFICE_ID, ADVICE, Channel.IN_PERSON, null);

        when(fixture, NINE, List.of(), sent(arrive, intent(NINE)))
                .expectEvents(
                        new VisitorArrived(VISIT, OFFICE_ID, Channel.IN_PERSON, null),
                        new TicketIssued(VISIT, "A007", ADVICE))
                .expectResultMessagePayloadMatching(accepted(
                        3,
                        fold(List.of(
                                new VisitorArrived(VISIT, OFFICE_ID, Channel.IN_PERSON, null),
                                new TicketIssued(VISIT, "A007", ADVICE)))));
        assertThat(surroundings.recorded)
                .containsExactly(new TicketNumberDrawn(OFFICE_ID, LocalDate.parse("2026-03-02"), 7, VISIT));
    }

    @Test
    void tellsEachFactWhoWhenAndWhere() {
        surroundings.desks.put(ONE, FREE);

        when(fixture, NINE, STORY.subList(0, 2), sent(new CallVisitor(VISIT, ONE, null), intent(minute(5))))
                .expectEventsMatching(Matchers.listWithAllOf(metadata(minute(5), TimeQuality.EXACT, eventId(0))));
        assertThat(surroundings.recorded).containsExactly(new DeskEngaged(OFFICE_ID, ONE, VISIT, 1));
        assertThat(surroundings.metadata)
                .singleElement()
                .satisfies(meta -> assertThat(meta)
                        .containsEntry("eventId", eventId(1))
                        .containsEntry("request", "digest")
                        .containsEntry("occurredAt", minute(5).toString()));
    }

    /** The ticket was given at minute 1, by another clock; here it is still minute 0. */
    @Test
    void recordsAsAnEstimateWhatHappensNowAfterAFactWhoseClockRanAhead() {
        when(fixture, NINE, STORY.subList(0, 2), sent(new AbandonVisit(VISIT), now(NINE)))
                .expectEventsMatching(Matchers.listWithAllOf(metadata(minute(1), TimeQuality.ESTIMATED, eventId(0))));
    }

    @Test
    void refusesAnOfficeOutsideTheScopeBeforeAnythingElse() {
        when(fixture, NINE, STORY, sent(new CallVisitor(VISIT, ONE, null), intent(minute(9), new OfficeId("other"))))
                .expectNoEvents()
                .expectResultMessagePayloadMatching(declined(PlatformReason.OFFICE_OUTSIDE_SCOPE));
        assertThat(surroundings.recorded).isEmpty();
    }

    @Test
    void recordsNothingWhenRefused() {
        when(fixture, NINE, STORY, sent(new RecallVisitor(VISIT), intent(minute(9))))
                .expectNoEvents()
                .expectResultMessagePayloadMatching(declined(VisitReason.VISIT_STATE));
        assertThat(surroundings.recorded).isEmpty();
    }

    @Test
    void knowsNoVisitBeforeItsArrival() {
        when(fixture, NINE, List.of(), sent(new RecallVisitor(VISIT), intent(minute(9))))
                .expectNoEvents()
                .expectResultMessagePayloadMatching(declined(VisitReason.VISIT_UNKNOWN));
    }

    /** From queued, called, in service and on hold. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void marksEveryFactOfAClosingByTheSystemAsClosedAutomatically(int facts) {
        if (facts > 2) {
            surroundings.desks.put(ONE, Desk.evolve(FREE, new DeskEngaged(OFFICE_ID, ONE, VISIT, 1), minute(2)));
        }

        when(fixture, NINE, STORY.subList(0, facts), sent(new CloseVisit(VISIT, SystemCause.RESET), intent(NEXT_DAY)))
                .expectEvents(new VisitClosedBySystem(VISIT, 1, SystemCause.RESET))
                .expectEventsMatching(Matchers.listWithAllOf(metadata(NEXT_DAY, TimeQuality.AUTO_CLOSED, eventId(0))));
        assertThat(surroundings.recorded)
                .isEqualTo(facts > 2 ? List.of(new DeskReleased(OFFICE_ID, ONE, VISIT, 1)) : List.of());
        assertThat(surroundings.metadata)
                .allSatisfy(meta -> assertThat(meta).containsEntry(Meta.QUALITY, TimeQuality.AUTO_CLOSED.name()));
    }

    /** Whoever sends the command, p-1, is the second person, or is none. */
    @Test
    void signsAsWhoIsSignedIn() {
        ApproveVisitCorrection approve = new ApproveVisitCorrection(VISIT, 1);

        when(fixture, NINE, waiting("p-2"), sent(approve, intent(minute(9))))
                .expectEvents(new VisitCorrected(
                        VISIT, "e1", 1, CorrectedField.STARTED_AT, WAS, IS, "seen on camera", 1, "p-2", "p-1"));
    }

    @Test
    void letsNobodySignWhatTheyHaveProposed() {
        when(fixture, NINE, waiting("p-1"), sent(new ApproveVisitCorrection(VISIT, 1), intent(minute(9))))
                .expectNoEvents()
                .expectResultMessagePayloadMatching(declined(CorrectionReason.SECOND_PERSON_NEEDED));
    }

    private static List<VisitFact> waiting(String proposedBy) {
        List<VisitFact> facts = new ArrayList<>(STORY);
        facts.add(new VisitCorrectionProposed(
                VISIT, 1, "e1", 1, CorrectedField.STARTED_AT, WAS, IS, "seen on camera", proposedBy));
        return facts;
    }

    private static Visit fold(List<VisitFact> facts) {
        Visit visit = Visit.evolve(null, facts.getFirst(), NINE);
        for (VisitFact fact : facts.subList(1, facts.size())) {
            visit = Visit.evolve(visit, fact, NINE);
        }
        return visit;
    }

    private static CommandMessage<Object> sent(VisitCommand visit, Intent intent) {
        return command(Visits.SUBJECT, visit.visit().stream(), visit, intent);
    }

    private static Matcher<EventMessage<?>> metadata(Instant at, TimeQuality quality, String id) {
        return new CustomTypeSafeMatcher<>("metadata with " + at + ", " + quality + " and " + id) {
            @Override
            protected boolean matchesSafely(EventMessage<?> event) {
                var meta = event.getMetaData();
                return at.toString().equals(meta.get("occurredAt"))
                        && quality.name().equals(meta.get(Meta.QUALITY))
                        && id.equals(meta.get("eventId"))
                        && "p-1".equals(meta.get(Meta.ACTOR))
                        && "clerk".equals(meta.get(Meta.ROLE))
                        && "c-1".equals(meta.get(Meta.CORRELATION))
                        && OFFICE_ID.value().equals(meta.get(Meta.OFFICE))
                        && "LIVE".equals(meta.get(Meta.ORIGIN));
            }
        };
    }
}
