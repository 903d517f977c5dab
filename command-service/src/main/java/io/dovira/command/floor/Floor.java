package io.dovira.command.floor;

import io.dovira.events.offices.Desk;
import io.dovira.events.offices.Office;
import io.dovira.events.waits.WaitRules;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An office at a moment.
 *
 * @param position up to which the log is told here
 * @param at the time of the service
 * @param rules how long somebody may wait where the office promises nothing of its own
 * @param open who waits or is served, in the order of arrival
 * @param gone who left last, the newest first
 */
record Floor(
        long position,
        Instant at,
        Office office,
        WaitRules rules,
        List<Seat> seats,
        List<Guest> open,
        List<Guest> gone) {

    /** How long who comes now may wait, in seconds; null if nothing says so. */
    @Nullable
    Integer waitTarget(Office.Service service) {
        return rules.seconds(service.waitTargetSeconds(), service.id().value(), at, Long.MAX_VALUE);
    }

    /** A desk; {@code state} is null for one at which nobody ever sat. */
    record Seat(Office.InstalledDesk desk, @Nullable Desk state) {}
}
