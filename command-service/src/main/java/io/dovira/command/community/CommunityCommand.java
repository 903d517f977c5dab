package io.dovira.command.community;

import io.dovira.events.CommunityId;

/** What can be asked for about a community. */
public sealed interface CommunityCommand
        permits RegisterCommunity, RestatePopulation, SignMemorandum, RecordContact, GiveReport {
    CommunityId community();
}
