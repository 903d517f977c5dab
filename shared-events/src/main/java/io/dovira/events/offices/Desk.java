package io.dovira.events.offices;

import io.dovira.events.DeskId;
import io.dovira.events.OfficeId;
import io.dovira.events.StaffId;
import io.dovira.events.VisitId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A desk as its facts tell it. One fold serves the deciders and the boards.
 *
 * @param staff who sits there; null while closed
 * @param visit whom it has called or serves; null while it is free
 * @param leg the leg of that visit; 0 while it is free
 * @param since when it came into this state
 * @param sessionAt time of the newest fact of the session (opened, break, closed, gone); engagements may be entered late, these may not
 * @param facts how many facts it is made of; the sequence of the next one
 */
public record Desk(
        OfficeId office,
        DeskId id,
        DeskState state,
        @Nullable StaffId staff,
        @Nullable VisitId visit,
        int leg,
        Instant since,
        Instant sessionAt,
        int facts) {

    /** The state after one more fact; {@code before} is null before the first. */
    public static Desk evolve(@Nullable Desk before, DeskFact fact, Instant at) {
        int facts = before == null ? 1 : before.facts + 1;
        Instant sessionAt = before == null ? at : before.sessionAt;
        StaffId sitting = before == null ? null : before.staff;
        return switch (fact) {
            case DeskOpened f -> new Desk(f.office(), f.desk(), DeskState.FREE, f.staff(), null, 0, at, at, facts);
            case BreakStarted f -> new Desk(f.office(), f.desk(), DeskState.BREAK, f.staff(), null, 0, at, at, facts);
            case BreakEnded f -> new Desk(f.office(), f.desk(), DeskState.FREE, f.staff(), null, 0, at, at, facts);
            case DeskEngaged f ->
                new Desk(f.office(), f.desk(), DeskState.ENGAGED, sitting, f.visit(), f.leg(), at, sessionAt, facts);
            case DeskReleased f ->
                new Desk(
                        f.office(),
                        f.desk(),
                        sitting == null ? DeskState.CLOSED : DeskState.FREE,
                        sitting,
                        null,
                        0,
                        at,
                        sessionAt,
                        facts);
            case DeskClosed f -> new Desk(f.office(), f.desk(), DeskState.CLOSED, null, null, 0, at, at, facts);
            case DeskDismantled f -> new Desk(f.office(), f.desk(), DeskState.CLOSED, null, null, 0, at, at, facts);
        };
    }
}
