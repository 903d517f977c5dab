package io.dovira.command.community;

import io.dovira.events.CommunityId;
import io.dovira.events.OfficerId;

/** The certified officer serves a community, be it the one of the selection or another. */
public record AssignOfficer(OfficerId officer, CommunityId community) implements OfficerCommand {}
