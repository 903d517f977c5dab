package io.dovira.command.offices;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Moment;
import io.dovira.events.offices.Desk;
import io.dovira.events.offices.DeskDismantled;
import io.dovira.events.offices.DeskInstalled;
import io.dovira.events.offices.DeskRemoved;
import io.dovira.events.offices.DeskState;
import io.dovira.events.offices.Office;
import io.dovira.events.offices.OfficeClosed;
import io.dovira.events.offices.OfficeRegistered;
import io.dovira.events.offices.OfficeRenamed;
import io.dovira.events.offices.ServiceOffered;
import io.dovira.events.offices.ServiceWithdrawn;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What may happen to an office, and when. Pure. */
final class OfficeDecider {
    private OfficeDecider() {}

    /** @param desk the desk that the command names; null if it was never opened, or the command names none */
    static Decision decide(@Nullable Office office, OfficeCommand command, Moment moment, @Nullable Desk desk) {
        Optional<Decision> future = moment.ifInTheFuture();
        if (future.isPresent()) {
            return future.get();
        }
        if (command instanceof RegisterOffice c) {
            return office == null
                    ? Decision.accept(new OfficeRegistered(
                            c.office(),
                            c.name(),
                            c.organisation(),
                            c.organisationName(),
                            c.region(),
                            c.regionName(),
                            c.timeZone().getId()))
                    : Decision.refuse(OfficeReason.OFFICE_EXISTS, "Office " + c.office() + " is registered already.");
        }
        if (office == null) {
            return Decision.refuse(OfficeReason.OFFICE_UNKNOWN, "There is no office " + command.office() + ".");
        }
        if (office.closed()) {
            return Decision.refuse(OfficeReason.OFFICE_CLOSED, "Office " + office.id() + " is closed for good.");
        }
        return moment.notBefore(latest(office, desk), () -> change(office, command, desk));
    }

    private static Decision change(Office office, OfficeCommand command, @Nullable Desk desk) {
        return switch (command) {
            case RegisterOffice c -> throw new IllegalStateException(c + " is decided above");
            case RenameOffice c ->
                c.name().equals(office.name())
                        ? unchanged("It bears that name.")
                        : Decision.accept(new OfficeRenamed(office.id(), c.name()));
            case CloseOffice c -> Decision.accept(new OfficeClosed(office.id(), c.reason()));
            case OfferService c -> {
                boolean same = office.service(c.service())
                        .filter(s -> s.offered()
                                && s.name().equals(c.name())
                                && Objects.equals(s.waitTargetSeconds(), c.waitTargetSeconds()))
                        .isPresent();
                yield same
                        ? unchanged("It offers the service, with this name and target.")
                        : Decision.accept(
                                new ServiceOffered(office.id(), c.service(), c.name(), c.waitTargetSeconds()));
            }
            case WithdrawService c ->
                office.offers(c.service())
                        ? Decision.accept(new ServiceWithdrawn(office.id(), c.service()))
                        : Decision.refuse(
                                OfficeReason.SERVICE_NOT_OFFERED,
                                "Office " + office.id() + " does not offer " + c.service() + ".");
            case InstallDesk c -> {
                boolean same = office.desk(c.desk())
                        .filter(d -> d.installed() && d.name().equals(c.name()))
                        .isPresent();
                yield same
                        ? unchanged("It has the desk, with this name.")
                        : Decision.accept(new DeskInstalled(office.id(), c.desk(), c.name()));
            }
            case RemoveDesk c -> remove(office, c, desk);
        };
    }

    private static Decision remove(Office office, RemoveDesk remove, @Nullable Desk desk) {
        if (!office.has(remove.desk())) {
            return Decision.refuse(
                    OfficeReason.DESK_UNKNOWN, "Office " + office.id() + " has no desk " + remove.desk() + ".");
        }
        if (desk != null && desk.state() != DeskState.CLOSED) {
            return Decision.refuse(
                    OfficeReason.DESK_OPEN, "Desk " + remove.desk() + " is " + desk.state() + "; close it first.");
        }
        return Decision.accept(
                new DeskRemoved(office.id(), remove.desk()), new DeskDismantled(office.id(), remove.desk()));
    }

    private static Instant latest(Office office, @Nullable Desk desk) {
        return desk != null && desk.since().isAfter(office.lastAt()) ? desk.since() : office.lastAt();
    }

    private static Decision unchanged(String detail) {
        return Decision.refuse(OfficeReason.NOTHING_CHANGED, detail);
    }
}
