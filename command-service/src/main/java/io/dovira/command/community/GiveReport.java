package io.dovira.command.community;

import io.dovira.events.CommunityId;
import io.dovira.events.OfficerId;
import org.jspecify.annotations.Nullable;

/** The police told the community what was done. As for a contact, both may be null. */
public record GiveReport(
        CommunityId community,
        @Nullable OfficerId officer,
        @Nullable Integer people) implements CommunityCommand {}
