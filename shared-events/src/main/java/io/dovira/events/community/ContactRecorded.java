package io.dovira.events.community;

import io.dovira.events.CommunityId;
import io.dovira.events.OfficerId;
import io.dovira.events.StoredAs;
import org.jspecify.annotations.Nullable;

/** Somebody of the police met people of the community. {@code people} is how many, if it was counted. */
@StoredAs("community.contact-recorded")
public record ContactRecorded(
        CommunityId community,
        ContactKind kind,
        @Nullable OfficerId officer,
        @Nullable Integer people) implements CommunityFact {
    public ContactRecorded {
        Claims.counted(people);
    }
}
