package io.dovira.events.community;

import io.dovira.events.CommunityId;
import io.dovira.events.OfficerId;
import io.dovira.events.StoredAs;
import org.jspecify.annotations.Nullable;

/** The police told the community what was done for it. {@code people} is how many came, if they were counted. */
@StoredAs("community.report-given")
public record ReportGiven(
        CommunityId community,
        @Nullable OfficerId officer,
        @Nullable Integer people) implements CommunityFact {
    public ReportGiven {
        Claims.counted(people);
    }
}
