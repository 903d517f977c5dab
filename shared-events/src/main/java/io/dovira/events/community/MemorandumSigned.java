package io.dovira.events.community;

import io.dovira.events.CommunityId;
import io.dovira.events.StoredAs;

/** The community and the police agreed that it gets an officer. */
@StoredAs("community.memorandum-signed")
public record MemorandumSigned(CommunityId community) implements CommunityFact {}
