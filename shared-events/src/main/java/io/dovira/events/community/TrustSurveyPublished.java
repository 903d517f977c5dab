package io.dovira.events.community;

import io.dovira.events.CommunityId;
import io.dovira.events.OfficeId;
import io.dovira.events.PublicationId;
import io.dovira.events.RegionId;
import io.dovira.events.StoredAs;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An independent survey asked people whether they trust the police. Of the nation if no region is named, of the whole region if no community is. Never made from ratings. */
@StoredAs("publication.trust-survey-published")
public record TrustSurveyPublished(
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
        implements PublicationFact {
    public TrustSurveyPublished {
        Claims.source(source);
        if (n < 1) {
            throw new IllegalArgumentException("a survey asked at least one person, not " + n);
        }
        Claims.percent("percent", percent);
        if (margin != null) {
            Claims.percent("margin", margin);
        }
        if (fieldworkTo.isBefore(fieldworkFrom)) {
            throw new IllegalArgumentException(
                    "fieldwork ends on " + fieldworkTo + ", before it begins on " + fieldworkFrom);
        }
        if (region == null && community != null) {
            throw new IllegalArgumentException("the region of community " + community + " is missing");
        }
    }
}
