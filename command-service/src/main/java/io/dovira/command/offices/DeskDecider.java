package io.dovira.command.offices;

import io.dovira.command.platform.Decision;
import io.dovira.events.StaffId;
import io.dovira.events.offices.BreakEnded;
import io.dovira.events.offices.BreakStarted;
import io.dovira.events.offices.Desk;
import io.dovira.events.offices.DeskClosed;
import io.dovira.events.offices.DeskOpened;
import io.dovira.events.offices.DeskState;
import io.dovira.events.offices.Office;
import io.dovira.events.offices.StaffLoggedIn;
import io.dovira.events.offices.StaffLoggedOut;
import io.dovira.events.offices.StaffSession;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What may happen at a desk, and when. Pure.
 *
 * <pre>
 *   CLOSED --open--> FREE &lt;--break/end break--> BREAK
 *      ^-- close ------'-- close --------------'      ENGAGED: only through the visit that it serves
 * </pre>
 */
final class DeskDecider {
    private DeskDecider() {}

    static Decision decide(@Nullable Desk desk, DeskCommand command, DeskPremises premises) {
        Optional<Decision> future = premises.moment().ifInTheFuture();
        if (future.isPresent()) {
            return future.get();
        }
        Office office = premises.office();
        if (office == null) {
            return Decision.refuse(OfficeReason.OFFICE_UNKNOWN, "There is no office " + command.office() + ".");
        }
        if (office.desk(command.desk()).isEmpty()) {
            return Decision.refuse(
                    OfficeReason.DESK_UNKNOWN, "Office " + office.id() + " has no desk " + command.desk() + ".");
        }
        Instant last = desk == null ? Instant.MIN : latest(desk.since(), desk.sessionAt());
        return premises.moment().notBefore(last, () -> switch (command) {
            case OpenDesk c -> open(desk, c, office, premises);
            case StartBreak ignored -> startBreak(desk, command);
            case EndBreak ignored -> endBreak(desk, command);
            case CloseDesk ignored -> close(desk, command, premises.session());
        });
    }

    private static Decision open(@Nullable Desk desk, OpenDesk open, Office office, DeskPremises premises) {
        if (office.closed()) {
            return Decision.refuse(OfficeReason.OFFICE_CLOSED, "Office " + office.id() + " is closed for good.");
        }
        if (!office.has(open.desk())) {
            return Decision.refuse(
                    OfficeReason.DESK_UNKNOWN, "Office " + office.id() + " has no desk " + open.desk() + " any more.");
        }
        if (desk != null && desk.state() != DeskState.CLOSED) {
            return Decision.refuse(OfficeReason.DESK_OPEN, "Desk " + open.desk() + " is " + desk.state() + ".");
        }
        StaffSession session = premises.session();
        if (session != null && session.isAtDesk()) {
            return Decision.refuse(
                    OfficeReason.STAFF_ELSEWHERE,
                    open.staff() + " sits at desk " + session.desk() + " of office " + session.office() + ".");
        }
        return premises.moment()
                .notBefore(
                        session == null ? Instant.MIN : session.since(),
                        () -> Decision.accept(
                                new StaffLoggedIn(open.staff(), open.office(), open.desk()),
                                new DeskOpened(open.office(), open.desk(), open.staff())));
    }

    private static Decision startBreak(@Nullable Desk desk, DeskCommand command) {
        return notFree(desk, command)
                .orElseGet(() -> Decision.accept(new BreakStarted(command.office(), command.desk(), sitting(desk))));
    }

    private static Decision endBreak(@Nullable Desk desk, DeskCommand command) {
        return desk != null && desk.state() == DeskState.BREAK
                ? Decision.accept(new BreakEnded(command.office(), command.desk(), sitting(desk)))
                : Decision.refuse(OfficeReason.DESK_NOT_ON_BREAK, "Desk " + command.desk() + " does not pause.");
    }

    private static Decision close(@Nullable Desk desk, DeskCommand command, @Nullable StaffSession session) {
        Optional<Decision> not =
                desk != null && desk.state() == DeskState.BREAK ? Optional.empty() : notFree(desk, command);
        return not.orElseGet(() -> {
            StaffId staff = sitting(desk);
            DeskClosed closed = new DeskClosed(command.office(), command.desk(), staff);
            // A desk that was opened by an import has no session to end.
            return session != null
                            && command.desk().equals(session.desk())
                            && command.office().equals(session.office())
                    ? Decision.accept(closed, new StaffLoggedOut(staff, command.office(), command.desk()))
                    : Decision.accept(closed);
        });
    }

    private static Optional<Decision> notFree(@Nullable Desk desk, DeskCommand command) {
        String name = "Desk " + command.desk();
        if (desk == null) {
            return Optional.of(Decision.refuse(OfficeReason.DESK_CLOSED, name + " is closed."));
        }
        return switch (desk.state()) {
            case CLOSED -> Optional.of(Decision.refuse(OfficeReason.DESK_CLOSED, name + " is closed."));
            case BREAK ->
                Optional.of(Decision.refuse(OfficeReason.DESK_ON_BREAK, name + " pauses since " + desk.since() + "."));
            case ENGAGED ->
                Optional.of(Decision.refuse(
                        OfficeReason.DESK_ENGAGED,
                        name + " is engaged with visit " + desk.visit() + "; end that first."));
            case FREE -> Optional.empty();
        };
    }

    private static StaffId sitting(@Nullable Desk desk) {
        return Objects.requireNonNull(Objects.requireNonNull(desk).staff(), "an open desk has a member of staff");
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
