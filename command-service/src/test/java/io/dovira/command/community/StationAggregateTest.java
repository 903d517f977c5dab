package io.dovira.command.community;

import static io.dovira.command.community.FakeSurroundings.BAR;
import static io.dovira.command.community.FakeSurroundings.EAST;
import static io.dovira.command.community.FakeSurroundings.NAME;
import static io.dovira.command.community.FakeSurroundings.NINE;
import static io.dovira.command.community.FakeSurroundings.WEST;
import static io.dovira.command.platform.AggregateFixtures.command;
import static io.dovira.command.platform.AggregateFixtures.declined;
import static io.dovira.command.platform.AggregateFixtures.fixture;
import static io.dovira.command.platform.AggregateFixtures.intent;
import static io.dovira.command.platform.AggregateFixtures.when;

import io.dovira.command.platform.Intent;
import io.dovira.command.platform.PlatformReason;
import io.dovira.command.platform.Reason;
import io.dovira.events.CommunityId;
import io.dovira.events.StationId;
import io.dovira.events.community.Room;
import io.dovira.events.community.StationClosed;
import io.dovira.events.community.StationFact;
import io.dovira.events.community.StationFitted;
import io.dovira.events.community.StationOpened;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

class StationAggregateTest {
    private static final Instant TEN = NINE.plus(Duration.ofHours(1));
    private static final StationId ID = new StationId("bar-1");
    private static final List<Room> ROOMS = List.of(Room.RECEPTION, Room.DUTY);
    private static final OpenStation OPEN = new OpenStation(ID, BAR, NAME, List.of(Room.DUTY, Room.RECEPTION));
    private static final StationFact OPENED = new StationOpened(ID, WEST, BAR, NAME, ROOMS);
    private static final StationFact CLOSED = new StationClosed(ID, "moved");

    private final FakeSurroundings surroundings = new FakeSurroundings();

    @Test
    void isOpenedOnceInACommunityThatIsThere() {
        sent(OPEN).expectEvents(OPENED);
        refused(StationReason.STATION_EXISTS, OPEN, OPENED);
        refused(StationReason.STATION_EXISTS, OPEN, OPENED, CLOSED);
        refused(StationReason.COMMUNITY_UNKNOWN, new OpenStation(ID, new CommunityId("nowhere"), NAME, ROOMS));
    }

    @Test
    void getsOtherRooms() {
        List<Room> more = List.of(Room.RECEPTION, Room.CHILDREN);
        sent(new FitStation(ID, more), OPENED).expectEvents(new StationFitted(ID, more));
        refused(StationReason.ROOMS_UNCHANGED, new FitStation(ID, List.of(Room.DUTY, Room.RECEPTION)), OPENED);
        refused(StationReason.STATION_UNKNOWN, new FitStation(ID, more));
    }

    @Test
    void isClosedForGood() {
        sent(new CloseStation(ID, "moved"), OPENED).expectEvents(CLOSED);
        refused(StationReason.STATION_CLOSED, new CloseStation(ID, "moved"), OPENED, CLOSED);
        refused(StationReason.STATION_CLOSED, new FitStation(ID, List.of(Room.OTHER)), OPENED, CLOSED);
    }

    @Test
    void refusesWhoIsNotEntitledToTheOfficeOfTheCommunity() {
        Intent elsewhere = intent(TEN, EAST);
        for (ResultValidator<StationAggregate> each :
                List.of(sentAt(elsewhere, OPEN), sentAt(elsewhere, new CloseStation(ID, "x"), OPENED))) {
            each.expectNoEvents().expectResultMessagePayloadMatching(declined(PlatformReason.OFFICE_OUTSIDE_SCOPE));
        }
    }

    private void refused(Reason reason, StationCommand command, StationFact... past) {
        sent(command, past).expectNoEvents().expectResultMessagePayloadMatching(declined(reason));
    }

    private ResultValidator<StationAggregate> sent(StationCommand command, StationFact... past) {
        return sentAt(intent(TEN), command, past);
    }

    private ResultValidator<StationAggregate> sentAt(Intent intent, StationCommand command, StationFact... past) {
        AggregateTestFixture<StationAggregate> fixture = fixture(StationAggregate.class, surroundings);
        return when(fixture, NINE, List.of(past), command(Communities.STATIONS, ID.stream(), command, intent));
    }
}
