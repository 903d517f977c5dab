package io.dovira.events.community;

import io.dovira.events.CommunityId;
import io.dovira.events.Names;
import io.dovira.events.OfficeId;
import io.dovira.events.RegionId;
import io.dovira.events.StoredAs;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/** A community is known from now on, with how many people are said to live there. {@code timeZone} is an IANA zone: the local day of its figures. */
@StoredAs("community.community-registered")
public record CommunityRegistered(
        CommunityId community,
        Map<String, String> name,
        RegionId region,
        Map<String, String> regionName,
        OfficeId office,
        String timeZone,
        int people,
        String source,
        LocalDate asOf)
        implements CommunityFact {
    public CommunityRegistered {
        name = Names.checked("community name", name);
        regionName = Names.checked("region name", regionName);
        ZoneId.of(timeZone);
        Claims.people(people);
        Claims.source(source);
    }
}
