package io.dovira.command.community;

import io.dovira.events.CommunityId;
import io.dovira.events.OfficerId;

/** Somebody is a candidate for officer of a community. */
public record SelectOfficer(OfficerId officer, CommunityId community) implements OfficerCommand {}
