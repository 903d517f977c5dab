package io.dovira.command.floor;

import io.dovira.events.offices.Desk;
import io.dovira.events.offices.Office;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An office at a moment.
 *
 * @param position up to which the log is told here
 * @param at the time of the service
 * @param open who waits or is served, in the order of arrival
 * @param gone who left last, the newest first
 */
record Floor(long position, Instant at, Office office, List<Seat> seats, List<Guest> open, List<Guest> gone) {

    /** A desk; {@code state} is null for one at which nobody ever sat. */
    record Seat(Office.InstalledDesk desk, @Nullable Desk state) {}
}
