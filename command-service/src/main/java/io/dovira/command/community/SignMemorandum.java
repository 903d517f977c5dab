package io.dovira.command.community;

import io.dovira.events.CommunityId;

/** It is agreed that the community gets an officer. */
public record SignMemorandum(CommunityId community) implements CommunityCommand {}
