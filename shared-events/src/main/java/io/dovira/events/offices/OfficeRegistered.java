package io.dovira.events.offices;

import io.dovira.events.Names;
import io.dovira.events.OfficeId;
import io.dovira.events.OrganisationId;
import io.dovira.events.RegionId;
import io.dovira.events.StoredAs;
import java.time.ZoneId;
import java.util.Map;

/** An office is known from now on. {@code timeZone} is an IANA zone: the local day and hour of its figures. */
@StoredAs("office.office-registered")
public record OfficeRegistered(
        OfficeId office,
        Map<String, String> name,
        OrganisationId organisation,
        Map<String, String> organisationName,
        RegionId region,
        Map<String, String> regionName,
        String timeZone)
        implements OfficeFact {
    public OfficeRegistered {
        name = Names.checked("office name", name);
        organisationName = Names.checked("organisation name", organisationName);
        regionName = Names.checked("region name", regionName);
        ZoneId.of(timeZone);
    }
}
