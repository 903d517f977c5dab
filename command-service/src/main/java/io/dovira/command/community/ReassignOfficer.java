package io.dovira.command.community;

import io.dovira.events.CommunityId;
import io.dovira.events.OfficerId;

/** The officer serves another community; who was away serves it from now on. */
public record ReassignOfficer(OfficerId officer, CommunityId community) implements OfficerCommand {}
