package io.dovira.command.community;

import io.dovira.events.CommunityId;
import io.dovira.events.OfficeId;
import io.dovira.events.OfficerId;
import io.dovira.events.OrganisationId;
import io.dovira.events.RegionId;
import io.dovira.events.community.Community;
import io.dovira.events.community.CommunityRegistered;
import io.dovira.events.community.MemorandumSigned;
import io.dovira.events.community.Officer;
import io.dovira.events.community.OfficerAssigned;
import io.dovira.events.community.OfficerFact;
import io.dovira.events.community.OfficerSelected;
import io.dovira.events.community.TrainingCompleted;
import io.dovira.events.community.TrainingStarted;
import io.dovira.events.offices.Office;
import io.dovira.events.offices.OfficeRegistered;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Offices west and east; bar in the west and turka in the east, both with a memorandum, and skole in the west without. */
final class FakeSurroundings implements CommunitySurroundings {
    static final OfficeId WEST = new OfficeId("west");
    static final OfficeId EAST = new OfficeId("east");
    static final CommunityId BAR = new CommunityId("bar");
    static final CommunityId TURKA = new CommunityId("turka");
    static final CommunityId SKOLE = new CommunityId("skole");
    static final RegionId REGION = new RegionId("vinnytsia");
    static final Map<String, String> NAME = Map.of("en", "A name");
    static final LocalDate DAY = LocalDate.parse("2022-01-01");
    static final Instant NINE = Instant.parse("2026-03-02T07:00:00Z");

    final Map<CommunityId, Community> communities = new HashMap<>();
    final Map<OfficerId, Officer> officers = new HashMap<>();

    FakeSurroundings() {
        for (CommunityId id : List.of(BAR, TURKA, SKOLE)) {
            Community community = Community.evolve(null, registered(id, id.equals(TURKA) ? EAST : WEST), NINE);
            communities.put(
                    id, id.equals(SKOLE) ? community : Community.evolve(community, new MemorandumSigned(id), NINE));
        }
    }

    static CommunityRegistered registered(CommunityId id, OfficeId office) {
        return new CommunityRegistered(id, NAME, REGION, NAME, office, "Europe/Kyiv", 1000, "count", DAY);
    }

    /** The steps of an officer until assigned to the community. */
    static OfficerFact[] assigned(OfficerId id, OfficeId office, CommunityId community) {
        return new OfficerFact[] {
            new OfficerSelected(id, office, community),
            new TrainingStarted(id),
            new TrainingCompleted(id),
            new OfficerAssigned(id, office, community)
        };
    }

    void officer(OfficerFact... facts) {
        @Nullable Officer officer = null;
        for (OfficerFact fact : facts) {
            officer = Officer.evolve(officer, fact, NINE);
        }
        officers.put(Objects.requireNonNull(officer).id(), officer);
    }

    @Override
    public Optional<Office> office(OfficeId wanted) {
        return wanted.equals(WEST) || wanted.equals(EAST)
                ? Optional.of(Office.evolve(
                        null,
                        new OfficeRegistered(
                                wanted, NAME, new OrganisationId("police"), NAME, REGION, NAME, "Europe/Kyiv"),
                        NINE))
                : Optional.empty();
    }

    @Override
    public Optional<Community> community(CommunityId wanted) {
        return Optional.ofNullable(communities.get(wanted));
    }

    @Override
    public Optional<Officer> officer(OfficerId wanted) {
        return Optional.ofNullable(officers.get(wanted));
    }
}
