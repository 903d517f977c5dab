package io.dovira.command.community;

import io.dovira.events.CommunityId;
import io.dovira.events.OfficerId;
import io.dovira.events.community.ContactKind;
import org.jspecify.annotations.Nullable;

/** The police met people. {@code officer} is null if it was nobody who is assigned here, {@code people} if they were not counted. */
public record RecordContact(
        CommunityId community,
        ContactKind kind,
        @Nullable OfficerId officer,
        @Nullable Integer people) implements CommunityCommand {}
