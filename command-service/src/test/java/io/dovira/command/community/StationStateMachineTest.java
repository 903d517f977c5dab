package io.dovira.command.community;

import static io.dovira.command.community.FakeSurroundings.BAR;
import static io.dovira.command.community.FakeSurroundings.NAME;
import static io.dovira.command.community.FakeSurroundings.NINE;
import static io.dovira.command.community.FakeSurroundings.TURKA;
import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Lateness;
import io.dovira.command.platform.Moment;
import io.dovira.command.platform.PlatformReason;
import io.dovira.command.platform.Reason;
import io.dovira.events.CommunityId;
import io.dovira.events.StationId;
import io.dovira.events.community.Room;
import io.dovira.events.community.Station;
import io.dovira.events.community.StationClosed;
import io.dovira.events.community.StationFact;
import io.dovira.events.community.StationFitted;
import io.dovira.events.community.StationOpened;
import io.dovira.eventstore.codec.RecordCodecs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** Whatever is asked of a station, in any order and at any time: it is opened once and closed at most once, and is what was recorded of it. */
class StationStateMachineTest {
    private static final StationId ID = new StationId("bar-1");

    enum Kind {
        OPEN,
        FIT,
        CLOSE
    }

    /** @param late seconds between its happening and its report; negative for a clock that runs ahead */
    record Step(Kind kind, CommunityId place, List<Room> rooms, int seconds, int late) {
        StationCommand command() {
            return switch (kind) {
                case OPEN -> new OpenStation(ID, place, NAME, rooms);
                case FIT -> new FitStation(ID, rooms);
                case CLOSE -> new CloseStation(ID, "moved");
            };
        }
    }

    record Kept(StationFact fact, Instant at) {}

    @Property(tries = 500)
    void isOpenedAndClosedOnce(@ForAll("steps") List<Step> steps) {
        FakeSurroundings surroundings = new FakeSurroundings();
        List<Kept> story = new ArrayList<>();
        @Nullable Station station = null;
        Instant now = NINE.plusSeconds(60);
        for (Step step : steps) {
            now = now.plusSeconds(step.seconds());
            Moment moment = Lateness.moment(now, step.late());
            Decision decision = StationDecider.decide(
                    station,
                    step.command(),
                    moment,
                    step.kind() == Kind.OPEN
                            ? surroundings.community(step.place()).orElse(null)
                            : null);
            switch (decision) {
                case Decision.Accepted yes -> {
                    Instant at = yes.at() == null ? moment.occurredAt() : yes.at();
                    StationFact fact = (StationFact) yes.facts().getFirst();
                    assertThat(yes.facts()).hasSize(1);
                    story.add(new Kept(fact, at));
                    @Nullable Station before = station;
                    station = Station.evolve(station, fact, at);
                    moves(before, station, fact, at);
                    Statistics.label("fact").collect(fact.getClass().getSimpleName());
                }
                case Decision.Declined no ->
                    Statistics.label("refused").collect(no.refusal().reason());
            }
            assertThat(replayed(story)).isEqualTo(station);
        }
        assertThat(story.stream().map(Kept::at)).isSorted();
        Statistics.label("fact").coverage(coverage -> {
            for (Class<?> fact : StationFact.class.getPermittedSubclasses()) {
                coverage.check(fact.getSimpleName()).count(count -> count > 10);
            }
        });
        Statistics.label("refused")
                .coverage(coverage -> Stream.<Reason>concat(
                                Stream.of(StationReason.values()),
                                Stream.of(PlatformReason.IN_THE_FUTURE, PlatformReason.BEFORE_LAST_FACT))
                        .forEach(reason -> coverage.check(reason).count(count -> count > 10)));
    }

    /** None, then open, then closed; while it is open it gets other rooms and keeps all else. */
    private static void moves(@Nullable Station before, Station after, StationFact fact, Instant at) {
        assertThat(after.rooms()).isNotEmpty().doesNotHaveDuplicates().isSorted();
        assertThat(after.lastAt()).isEqualTo(at);
        if (before == null) {
            assertThat(fact).isInstanceOf(StationOpened.class);
            assertThat(after.openedAt()).isEqualTo(at);
            assertThat(after.closedAt()).isNull();
            return;
        }
        assertThat(before.closedAt()).isNull();
        switch (fact) {
            case StationOpened ignored -> throw new AssertionError("opened twice");
            case StationFitted ignored -> {
                assertThat(after.rooms()).isNotEqualTo(before.rooms());
                assertThat(after.closedAt()).isNull();
            }
            case StationClosed ignored -> {
                assertThat(after.rooms()).isEqualTo(before.rooms());
                assertThat(after.closedAt()).isEqualTo(at);
            }
        }
        assertThat(after.facts()).isEqualTo(before.facts() + 1);
        assertThat(after.community()).isEqualTo(before.community());
        assertThat(after.office()).isEqualTo(before.office());
        assertThat(after.openedAt()).isEqualTo(before.openedAt());
    }

    /** As a reader of the log would fold it: every fact through its stored form. */
    private static @Nullable Station replayed(List<Kept> story) {
        @Nullable Station station = null;
        for (Kept kept : story) {
            StationFact fact = kept.fact();
            station = Station.evolve(
                    station, RecordCodecs.decode(RecordCodecs.encode((Record) fact), fact.getClass()), kept.at());
        }
        return station;
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.frequency(Tuple.of(3, Kind.OPEN), Tuple.of(4, Kind.FIT), Tuple.of(1, Kind.CLOSE)),
                        Arbitraries.of(BAR, TURKA, new CommunityId("nowhere")),
                        Arbitraries.of(Room.RECEPTION, Room.INTERVIEW, Room.DUTY)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(3),
                        Arbitraries.integers().between(0, 60),
                        Lateness.seconds())
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }
}
