package io.dovira.events.community;

import io.dovira.events.StationId;
import io.dovira.events.StoredAs;

/** The station serves nobody any more. */
@StoredAs("station.station-closed")
public record StationClosed(StationId station, String reason) implements StationFact {
    public StationClosed {
        if (reason.isBlank() || reason.length() > 500) {
            throw new IllegalArgumentException("a reason must be 1 to 500 characters");
        }
    }
}
