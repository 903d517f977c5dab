package io.dovira.events.offices;

import io.dovira.events.DeskId;
import io.dovira.events.OfficeId;
import io.dovira.events.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a member of staff sits, as the facts tell it.
 *
 * @param office null while logged out
 * @param desk null while logged out
 * @param since when it came to this
 * @param facts how many facts it is made of; the sequence of the next one
 */
public record StaffSession(
        StaffId staff, @Nullable OfficeId office, @Nullable DeskId desk, Instant since, int facts) {

    /** The state after one more fact; {@code before} is null before the first. */
    public static StaffSession evolve(@Nullable StaffSession before, StaffFact fact, Instant at) {
        int facts = before == null ? 1 : before.facts + 1;
        return switch (fact) {
            case StaffLoggedIn f -> new StaffSession(f.staff(), f.office(), f.desk(), at, facts);
            case StaffLoggedOut f -> new StaffSession(f.staff(), null, null, at, facts);
        };
    }

    /** Whether the person sits anywhere. */
    public boolean isAtDesk() {
        return desk != null;
    }
}
