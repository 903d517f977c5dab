package io.dovira.command.simulator;

import io.dovira.events.OfficeId;
import io.dovira.events.OrganisationId;
import io.dovira.events.RegionId;
import io.dovira.events.offices.OfficeRegistered;
import java.time.ZoneId;
import java.util.Map;

/**
 * What makes one simulated custody unit differ from another.
 *
 * @param staysPerDay people who are delivered on an ordinary day
 * @param typesInBatches one of its shifts types the visits of hours at one sitting
 */
record CustodyProfile(
        OfficeId id,
        Map<String, String> name,
        OrganisationId organisation,
        Map<String, String> organisationName,
        RegionId region,
        Map<String, String> regionName,
        ZoneId zone,
        double staysPerDay,
        int cells,
        boolean typesInBatches) {
    OfficeRegistered registration() {
        return new OfficeRegistered(id, name, organisation, organisationName, region, regionName, zone.getId());
    }
}
