package io.dovira.events.community;

import io.dovira.events.CommunityId;
import io.dovira.events.OfficeId;
import io.dovira.events.StationId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A station as its facts tell it.
 *
 * @param office the unit of the police that answers for it
 * @param closedAt null while it is open
 * @param lastAt time of the newest fact
 * @param facts how many facts it is made of; the sequence of the next one
 */
public record Station(
        StationId id,
        OfficeId office,
        CommunityId community,
        Map<String, String> name,
        List<Room> rooms,
        Instant openedAt,
        @Nullable Instant closedAt,
        Instant lastAt,
        int facts) {

    public Station {
        rooms = List.copyOf(rooms);
    }

    /**
     * The state after one more fact; {@code before} is null before the first.
     *
     * @throws IllegalStateException if the fact cannot follow; no decider records such a fact
     */
    public static Station evolve(@Nullable Station before, StationFact fact, Instant at) {
        if (fact instanceof StationOpened f) {
            if (before != null) {
                throw new IllegalStateException(f.station() + " is opened twice");
            }
            return new Station(f.station(), f.office(), f.community(), f.name(), f.rooms(), at, null, at, 1);
        }
        if (before == null || before.closedAt != null) {
            throw new IllegalStateException(fact.station() + " is not open");
        }
        return switch (fact) {
            case StationOpened f -> throw new IllegalStateException(f.station() + " is handled above");
            case StationFitted f -> before.with(f.rooms(), null, at);
            case StationClosed ignored -> before.with(before.rooms, at, at);
        };
    }

    private Station with(List<Room> newRooms, @Nullable Instant newClosedAt, Instant at) {
        return new Station(id, office, community, name, newRooms, openedAt, newClosedAt, at, facts + 1);
    }
}
