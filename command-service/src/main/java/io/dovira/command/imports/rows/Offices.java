package io.dovira.command.imports.rows;

import io.dovira.command.imports.mapping.Mapping;
import io.dovira.command.imports.mapping.Named;
import io.dovira.command.imports.source.Row;
import io.dovira.events.OfficeId;
import io.dovira.events.OrganisationId;
import io.dovira.events.RegionId;
import io.dovira.events.ServiceId;
import io.dovira.events.offices.OfficeRegistered;
import io.dovira.events.offices.ServiceOffered;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The offices and services of a file, each made once. Ids are readable, so two names could share one ({@code A/B} and {@code A-B}): the row
 * with the second name is refused, because figures of two offices must never melt into one. One thread.
 */
final class Offices {

    /** More than any country has front offices; a file beyond it has mapped the wrong column. */
    private static final int MOST = 50_000;

    /** An office with its zone, as the file writes it. */
    record Site(String written, OfficeRegistered office, ZoneId zone) {}

    private final Mapping mapping;
    private final Map<String, Site> sites = new HashMap<>();
    private final Map<String, ServiceOffered> services = new HashMap<>();
    private final Map<String, String> writtenById = new HashMap<>();

    Offices(Mapping mapping) {
        this.mapping = mapping;
    }

    Site site(Row row) throws RowRefused {
        String written = written(row);
        Site known = sites.get(written);
        if (known != null) {
            return known;
        }
        limit(sites.size());
        Site site = newSite(row, written);
        sites.put(written, site);
        return site;
    }

    /** The office as the file writes it. */
    String written(Row row) throws RowRefused {
        return Texts.required(row, mapping.office().office().id(), "office");
    }

    /** Says it when the row names another organisation or region than the one that the office was registered under; else null. */
    @Nullable
    String oddity(Row row, Site site) throws RowRefused {
        OfficeRegistered office = site.office();
        String organisation =
                Slug.readable(Texts.of(row, mapping.office().organisation().id()));
        if (!organisation.equals(office.organisation().value())) {
            return stays(site, "organisation", office.organisation().value(), organisation);
        }
        String region = Slug.readable(Texts.of(row, mapping.office().region().id()));
        return region.equals(office.region().value())
                ? null
                : stays(site, "region", office.region().value(), region);
    }

    private static String stays(Site site, String what, String registered, String named) {
        return "office " + Texts.shortened(site.written()) + " stays in " + what + " " + registered
                + ", though rows name " + named;
    }

    private Site newSite(Row row, String written) throws RowRefused {
        Thing organisation = thing(row, mapping.office().organisation(), "organisation");
        Thing region = thing(row, mapping.office().region(), "region");
        String name = Texts.of(row, mapping.office().office().name());
        String id = mapping.source() + "." + id("office", written);
        ZoneId zone = zone(Texts.of(row, mapping.office().zone()));
        OfficeRegistered office = new OfficeRegistered(
                new OfficeId(id),
                names(name.isEmpty() ? written : name),
                new OrganisationId(organisation.id()),
                names(organisation.name()),
                new RegionId(region.id()),
                names(region.name()),
                zone.getId());
        return new Site(written, office, zone);
    }

    /** The service as the office offers it. */
    ServiceOffered service(Row row, Named rule, Site site) throws RowRefused {
        Thing service = thing(row, rule, "service");
        String key = site.written() + "\0" + service.id();
        ServiceOffered known = services.get(key);
        if (known != null) {
            return known;
        }
        limit(services.size() / 10);
        ServiceOffered offered =
                new ServiceOffered(site.office().office(), new ServiceId(service.id()), names(service.name()), null);
        services.put(key, offered);
        return offered;
    }

    Map<String, String> names(String name) {
        return Map.of(mapping.language(), name);
    }

    private record Thing(String id, String name) {}

    private Thing thing(Row row, Named rule, String what) throws RowRefused {
        String written = Texts.required(row, rule.id(), what);
        String name = Texts.of(row, rule.name());
        return new Thing(id(what, written), name.isEmpty() ? written : name);
    }

    private String id(String what, String written) throws RowRefused {
        String id = Slug.readable(written);
        String other = writtenById.putIfAbsent(what + "\0" + id, written);
        if (other != null && !other.equals(written)) {
            throw new RowRefused(
                    what + " '" + Texts.shortened(written) + "' and " + what + " '" + Texts.shortened(other)
                            + "' would share the id " + id + "; give one of them another value in the mapping");
        }
        return id;
    }

    private ZoneId zone(String written) throws RowRefused {
        try {
            return written.isEmpty() ? mapping.zone() : ZoneId.of(written);
        } catch (DateTimeException e) {
            throw new RowRefused("'" + Texts.shortened(written) + "' is no time zone");
        }
    }

    private static void limit(int size) throws RowRefused {
        if (size >= MOST) {
            throw new RowRefused("more than " + MOST + " offices, or services of them: is the right column mapped?");
        }
    }
}
