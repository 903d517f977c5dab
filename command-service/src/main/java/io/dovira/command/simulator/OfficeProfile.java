package io.dovira.command.simulator;

import io.dovira.events.OfficeId;
import io.dovira.events.OrganisationId;
import io.dovira.events.RegionId;
import io.dovira.events.offices.OfficeRegistered;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * What makes one simulated office differ from another.
 *
 * @param dayDesks desks staffed from 08:00 to 20:00; one more is staffed around the clock
 * @param visitsPerDay visitors on an ordinary weekday
 * @param pace factor on service times: above 1 this office is slower than the catalogue says
 */
record OfficeProfile(
        OfficeId id,
        Map<String, String> name,
        OrganisationId organisation,
        Map<String, String> organisationName,
        RegionId region,
        Map<String, String> regionName,
        ZoneId zone,
        int dayDesks,
        double visitsPerDay,
        double pace,
        List<SimulatedService> services) {
    OfficeRegistered registration() {
        return new OfficeRegistered(id, name, organisation, organisationName, region, regionName, zone.getId());
    }
}
