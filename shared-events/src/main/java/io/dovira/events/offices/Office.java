package io.dovira.events.offices;

import io.dovira.events.DeskId;
import io.dovira.events.OfficeId;
import io.dovira.events.OrganisationId;
import io.dovira.events.RegionId;
import io.dovira.events.ServiceId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An office as its facts tell it.
 *
 * @param services all it ever offered, in the order in which they were first offered; ticket letters follow that order
 * @param desks all it ever had, in the order in which they were installed
 * @param lastAt time of the newest fact
 * @param facts how many facts it is made of; the sequence of the next one
 */
public record Office(
        OfficeId id,
        Map<String, String> name,
        OrganisationId organisation,
        Map<String, String> organisationName,
        RegionId region,
        Map<String, String> regionName,
        ZoneId zone,
        List<Service> services,
        List<InstalledDesk> desks,
        boolean closed,
        Instant lastAt,
        int facts) {

    /**
     * A service of the office.
     *
     * @param waitTargetSeconds longest wait that is still within target; null if none is set
     * @param offered false once withdrawn
     */
    public record Service(
            ServiceId id,
            Map<String, String> name,
            @Nullable Integer waitTargetSeconds,
            boolean offered) {}

    /** A desk of the office; {@code installed} is false once removed. */
    public record InstalledDesk(DeskId id, Map<String, String> name, boolean installed) {}

    public Office {
        services = List.copyOf(services);
        desks = List.copyOf(desks);
    }

    /**
     * The state after one more fact; {@code before} is null before the first.
     *
     * @throws IllegalStateException if the fact cannot follow; no decider records such a fact
     */
    public static Office evolve(@Nullable Office before, OfficeFact fact, Instant at) {
        if (fact instanceof OfficeRegistered f) {
            // Registered again (an import may) means: known by these data from now on; services and desks stay.
            return new Office(
                    f.office(),
                    f.name(),
                    f.organisation(),
                    f.organisationName(),
                    f.region(),
                    f.regionName(),
                    ZoneId.of(f.timeZone()),
                    before == null ? List.of() : before.services,
                    before == null ? List.of() : before.desks,
                    false,
                    at,
                    before == null ? 1 : before.facts + 1);
        }
        if (before == null) {
            throw new IllegalStateException(fact.office() + " is not registered");
        }
        return before.after(fact, at);
    }

    private Office after(OfficeFact fact, Instant at) {
        return switch (fact) {
            case OfficeRegistered f -> throw new IllegalStateException(f.office() + " is handled above");
            case OfficeRenamed f -> with(f.name(), services, desks, closed, at);
            case OfficeClosed ignored -> with(name, services, desks, true, at);
            case ServiceOffered f ->
                with(
                        name,
                        put(services, Service::id, new Service(f.service(), f.name(), f.waitTargetSeconds(), true)),
                        desks,
                        closed,
                        at);
            case ServiceWithdrawn f ->
                with(
                        name,
                        service(f.service())
                                .map(s -> put(
                                        services,
                                        Service::id,
                                        new Service(s.id(), s.name(), s.waitTargetSeconds(), false)))
                                .orElse(services),
                        desks,
                        closed,
                        at);
            case DeskInstalled f ->
                with(
                        name,
                        services,
                        put(desks, InstalledDesk::id, new InstalledDesk(f.desk(), f.name(), true)),
                        closed,
                        at);
            case DeskRemoved f ->
                with(
                        name,
                        services,
                        desk(f.desk())
                                .map(d -> put(desks, InstalledDesk::id, new InstalledDesk(d.id(), d.name(), false)))
                                .orElse(desks),
                        closed,
                        at);
        };
    }

    /** A service that the office offers or ever offered. */
    public Optional<Service> service(ServiceId wanted) {
        return services.stream().filter(service -> service.id().equals(wanted)).findFirst();
    }

    /** Whether the service can be asked for now. */
    public boolean offers(ServiceId wanted) {
        return service(wanted).filter(Service::offered).isPresent();
    }

    /** A desk that the office has or ever had. */
    public Optional<InstalledDesk> desk(DeskId wanted) {
        return desks.stream().filter(desk -> desk.id().equals(wanted)).findFirst();
    }

    /** Whether the desk is there now. */
    public boolean has(DeskId wanted) {
        return desk(wanted).filter(InstalledDesk::installed).isPresent();
    }

    private Office with(
            Map<String, String> newName,
            List<Service> newServices,
            List<InstalledDesk> newDesks,
            boolean newClosed,
            Instant at) {
        return new Office(
                id,
                newName,
                organisation,
                organisationName,
                region,
                regionName,
                zone,
                newServices,
                newDesks,
                newClosed,
                at,
                facts + 1);
    }

    private static <T, K> List<T> put(List<T> all, Function<T, K> key, T one) {
        List<T> changed = new ArrayList<>(all);
        for (int i = 0; i < changed.size(); i++) {
            if (key.apply(changed.get(i)).equals(key.apply(one))) {
                changed.set(i, one);
                return changed;
            }
        }
        changed.add(one);
        return changed;
    }
}
