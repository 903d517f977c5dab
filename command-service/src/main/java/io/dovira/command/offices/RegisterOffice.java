package io.dovira.command.offices;

import io.dovira.events.OfficeId;
import io.dovira.events.OrganisationId;
import io.dovira.events.RegionId;
import java.time.ZoneId;
import java.util.Map;

/** An office is known from now on. */
public record RegisterOffice(
        OfficeId office,
        Map<String, String> name,
        OrganisationId organisation,
        Map<String, String> organisationName,
        RegionId region,
        Map<String, String> regionName,
        ZoneId timeZone)
        implements OfficeCommand {}
