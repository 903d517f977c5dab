package io.dovira.command.community;

import io.dovira.events.CommunityId;
import io.dovira.events.OfficeId;
import io.dovira.events.RegionId;
import java.time.LocalDate;
import java.util.Map;

/** A community is known from now on, with what a source says of how many people live there. */
public record RegisterCommunity(
        CommunityId community,
        Map<String, String> name,
        RegionId region,
        Map<String, String> regionName,
        OfficeId office,
        int people,
        String source,
        LocalDate asOf)
        implements CommunityCommand {}
