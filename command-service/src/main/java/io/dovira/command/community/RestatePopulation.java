package io.dovira.command.community;

import io.dovira.events.CommunityId;
import java.time.LocalDate;

/** Another source, or another day, tells another number. */
public record RestatePopulation(CommunityId community, int people, String source, LocalDate asOf)
        implements CommunityCommand {}
