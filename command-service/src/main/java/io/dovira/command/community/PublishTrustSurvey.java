package io.dovira.command.community;

import io.dovira.events.CommunityId;
import io.dovira.events.OfficeId;
import io.dovira.events.PublicationId;
import io.dovira.events.RegionId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An independent survey asked people. Of the nation if neither region nor community is named. */
public record PublishTrustSurvey(
        PublicationId publication,
        OfficeId office,
        @Nullable RegionId region,
        @Nullable CommunityId community,
        String source,
        int n,
        double percent,
        @Nullable Double margin,
        LocalDate fieldworkFrom,
        LocalDate fieldworkTo)
        implements PublicationCommand {}
