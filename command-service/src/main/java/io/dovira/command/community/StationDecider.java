package io.dovira.command.community;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Moment;
import io.dovira.events.community.Community;
import io.dovira.events.community.Station;
import io.dovira.events.community.StationClosed;
import io.dovira.events.community.StationFitted;
import io.dovira.events.community.StationOpened;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What may happen to a station, and when. Pure. */
final class StationDecider {
    private StationDecider() {}

    /** @param community that the station is opened in; null if it is not known */
    static Decision decide(
            @Nullable Station station, StationCommand command, Moment moment, @Nullable Community community) {
        Optional<Decision> future = moment.ifInTheFuture();
        if (future.isPresent()) {
            return future.get();
        }
        if (command instanceof OpenStation c) {
            return station == null
                    ? open(c, moment, community)
                    : Decision.refuse(
                            StationReason.STATION_EXISTS,
                            "Station " + c.station() + " was opened at " + station.openedAt() + ".");
        }
        if (station == null) {
            return Decision.refuse(StationReason.STATION_UNKNOWN, "There is no station " + command.station() + ".");
        }
        if (station.closedAt() != null) {
            return Decision.refuse(
                    StationReason.STATION_CLOSED,
                    "Station " + station.id() + " was closed at " + station.closedAt() + ".");
        }
        return moment.notBefore(station.lastAt(), () -> change(station, command));
    }

    private static Decision open(OpenStation open, Moment moment, @Nullable Community community) {
        return community == null
                ? Decision.refuse(StationReason.COMMUNITY_UNKNOWN, "There is no community " + open.community() + ".")
                : moment.notBefore(
                        community.registeredAt(),
                        () -> Decision.accept(new StationOpened(
                                open.station(), community.office(), community.id(), open.name(), open.rooms())));
    }

    private static Decision change(Station station, StationCommand command) {
        return switch (command) {
            case OpenStation c -> throw new IllegalStateException(c + " is decided above");
            case FitStation c -> {
                StationFitted fitted = new StationFitted(station.id(), c.rooms());
                yield fitted.rooms().equals(station.rooms())
                        ? Decision.refuse(StationReason.ROOMS_UNCHANGED, "It has these rooms.")
                        : Decision.accept(fitted);
            }
            case CloseStation c -> Decision.accept(new StationClosed(station.id(), c.reason()));
        };
    }
}
