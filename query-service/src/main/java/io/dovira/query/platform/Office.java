package io.dovira.query.platform;

import io.dovira.events.offices.DeskInstalled;
import io.dovira.events.offices.DeskRemoved;
import io.dovira.events.offices.OfficeClosed;
import io.dovira.events.offices.OfficeFact;
import io.dovira.events.offices.OfficeRegistered;
import io.dovira.events.offices.OfficeRenamed;
import io.dovira.events.offices.ServiceOffered;
import io.dovira.events.offices.ServiceWithdrawn;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An office as its facts tell it. Names, services and desks are kept in the order of their keys, so that equal offices have equal bytes.
 *
 * @param timeZone IANA zone of its local day
 * @param services by id; what was withdrawn stays, its history needs the name
 * @param desks by id; what was removed is gone
 * @param closed it serves nobody any more
 */
public record Office(
        String id,
        Map<String, String> name,
        String organisation,
        Map<String, String> organisationName,
        String region,
        Map<String, String> regionName,
        String timeZone,
        List<Service> services,
        List<Desk> desks,
        boolean closed) {

    public Office {
        name = sorted(name);
        organisationName = sorted(organisationName);
        regionName = sorted(regionName);
        services = List.copyOf(services);
        desks = List.copyOf(desks);
    }

    /**
     * @param waitTargetSeconds longest wait that the office itself promises; null if it promises none
     * @param offered false when withdrawn, and for a service that is known from cases only
     */
    public record Service(
            String id, Map<String, String> name, @Nullable Integer waitTargetSeconds, boolean offered) {
        public Service {
            name = sorted(name);
        }
    }

    /** A desk and how it is called. */
    public record Desk(String id, Map<String, String> name) {
        public Desk {
            name = sorted(name);
        }
    }

    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    /** The service, offered or not; null if the office never had it. */
    public @Nullable Service service(String serviceId) {
        for (Service service : services) {
            if (service.id().equals(serviceId)) {
                return service;
            }
        }
        return null;
    }

    /**
     * The office after one more fact.
     *
     * @throws IllegalStateException if it was never registered
     */
    public static Office evolve(@Nullable Office before, OfficeFact fact) {
        if (fact instanceof OfficeRegistered f) {
            return new Office(
                    f.office().value(),
                    f.name(),
                    f.organisation().value(),
                    f.organisationName(),
                    f.region().value(),
                    f.regionName(),
                    f.timeZone(),
                    before == null ? List.of() : before.services,
                    before == null ? List.of() : before.desks,
                    false);
        }
        if (before == null) {
            throw new IllegalStateException("office " + fact.office() + " is not registered");
        }
        return switch (fact) {
            case OfficeRegistered ignored -> before;
            case OfficeRenamed f -> before.with(f.name(), before.services, before.desks, before.closed);
            case OfficeClosed ignored -> before.with(before.name, before.services, before.desks, true);
            case ServiceOffered f ->
                before.withService(new Service(f.service().value(), f.name(), f.waitTargetSeconds(), true));
            case ServiceWithdrawn f -> before.withdrawn(f.service().value());
            case DeskInstalled f ->
                before.withDesks(
                        replaced(before.desks, new Desk(f.desk().value(), f.name()), Comparator.comparing(Desk::id)));
            case DeskRemoved f ->
                before.withDesks(before.desks.stream()
                        .filter(desk -> !desk.id().equals(f.desk().value()))
                        .toList());
        };
    }

    /** The same office with the name of a service that it has not offered by itself: cases bring such names. */
    public Office knowing(String serviceId, Map<String, String> serviceName) {
        return service(serviceId) != null ? this : withService(new Service(serviceId, serviceName, null, false));
    }

    private Office withdrawn(String serviceId) {
        Service known = service(serviceId);
        return known == null
                ? this
                : withService(new Service(serviceId, known.name(), known.waitTargetSeconds(), false));
    }

    private Office withService(Service changed) {
        return with(name, replaced(services, changed, Comparator.comparing(Service::id)), desks, closed);
    }

    private Office withDesks(List<Desk> changed) {
        return with(name, services, changed, closed);
    }

    private Office with(Map<String, String> newName, List<Service> newServices, List<Desk> newDesks, boolean shut) {
        return new Office(
                id, newName, organisation, organisationName, region, regionName, timeZone, newServices, newDesks, shut);
    }

    private static <T> List<T> replaced(List<T> sorted, T item, Comparator<T> order) {
        List<T> all = new ArrayList<>(sorted);
        int found = Collections.binarySearch(all, item, order);
        if (found >= 0) {
            all.set(found, item);
        } else {
            all.add(-found - 1, item);
        }
        return all;
    }

    private static Map<String, String> sorted(Map<String, String> map) {
        return Collections.unmodifiableMap(new TreeMap<>(map));
    }
}
