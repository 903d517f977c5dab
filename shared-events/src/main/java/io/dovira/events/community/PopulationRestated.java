package io.dovira.events.community;

import io.dovira.events.CommunityId;
import io.dovira.events.StoredAs;
import java.time.LocalDate;

/** Another source, or another day, tells another number of people. Earlier claims stand beside it. */
@StoredAs("community.population-restated")
public record PopulationRestated(CommunityId community, int people, String source, LocalDate asOf)
        implements CommunityFact {
    public PopulationRestated {
        Claims.people(people);
        Claims.source(source);
    }
}
