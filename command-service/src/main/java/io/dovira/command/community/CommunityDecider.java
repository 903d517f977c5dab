package io.dovira.command.community;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Moment;
import io.dovira.events.OfficerId;
import io.dovira.events.community.Community;
import io.dovira.events.community.CommunityRegistered;
import io.dovira.events.community.ContactRecorded;
import io.dovira.events.community.MemorandumSigned;
import io.dovira.events.community.Officer;
import io.dovira.events.community.PopulationRestated;
import io.dovira.events.community.ReportGiven;
import io.dovira.events.offices.Office;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What may happen to a community, and when. Pure. */
final class CommunityDecider {
    private CommunityDecider() {}

    /**
     * @param office that the registration names; null if it is not known
     * @param officer that a contact or report names; null if none is known by that name
     */
    static Decision decide(
            @Nullable Community community,
            CommunityCommand command,
            Moment moment,
            @Nullable Office office,
            @Nullable Officer officer) {
        Optional<Decision> future = moment.ifInTheFuture();
        if (future.isPresent()) {
            return future.get();
        }
        if (command instanceof RegisterCommunity c) {
            return community == null
                    ? register(c, moment, office)
                    : Decision.refuse(
                            CommunityReason.COMMUNITY_EXISTS, "Community " + c.community() + " is registered already.");
        }
        if (community == null) {
            return Decision.refuse(
                    CommunityReason.COMMUNITY_UNKNOWN, "There is no community " + command.community() + ".");
        }
        // What is told of a community has no order among itself: a contact of the morning may be typed after one of
        // noon.
        return moment.notBefore(community.registeredAt(), () -> happen(community, command, moment, officer));
    }

    private static Decision register(RegisterCommunity register, Moment moment, @Nullable Office office) {
        if (office == null) {
            return Decision.refuse(CommunityReason.OFFICE_UNKNOWN, "There is no office " + register.office() + ".");
        }
        return Days.ifToCome(register.asOf(), moment)
                .orElseGet(() -> Decision.accept(new CommunityRegistered(
                        register.community(),
                        register.name(),
                        register.region(),
                        register.regionName(),
                        office.id(),
                        office.zone().getId(),
                        register.people(),
                        register.source(),
                        register.asOf())));
    }

    private static Decision happen(
            Community community, CommunityCommand command, Moment moment, @Nullable Officer officer) {
        return switch (command) {
            case RegisterCommunity c -> throw new IllegalStateException(c + " is decided above");
            case RestatePopulation c -> restate(community, c, moment);
            case SignMemorandum ignored ->
                community.memorandumAt() == null
                        ? Decision.accept(new MemorandumSigned(community.id()))
                        : Decision.refuse(
                                CommunityReason.MEMORANDUM_SIGNED,
                                "It was signed at " + community.memorandumAt() + ".");
            case RecordContact c ->
                by(c.officer(), officer, community)
                        .orElseGet(() -> Decision.accept(
                                new ContactRecorded(community.id(), c.kind(), c.officer(), c.people())));
            case GiveReport c ->
                by(c.officer(), officer, community)
                        .orElseGet(() -> Decision.accept(new ReportGiven(community.id(), c.officer(), c.people())));
        };
    }

    private static Decision restate(Community community, RestatePopulation restate, Moment moment) {
        Community.Population claim = new Community.Population(restate.people(), restate.source(), restate.asOf());
        if (community.population().contains(claim)) {
            return Decision.refuse(
                    CommunityReason.CLAIM_KNOWN, "The same source has said the same of " + restate.asOf() + ".");
        }
        return Days.ifToCome(restate.asOf(), moment)
                .orElseGet(() -> Decision.accept(
                        new PopulationRestated(community.id(), restate.people(), restate.source(), restate.asOf())));
    }

    /** The refusal of an officer who never served here. One who has left since may still be named: entries come late. */
    private static Optional<Decision> by(@Nullable OfficerId named, @Nullable Officer officer, Community community) {
        return named == null || (officer != null && officer.hasServed(community.id()))
                ? Optional.empty()
                : Optional.of(Decision.refuse(
                        CommunityReason.OFFICER_NOT_HERE,
                        "Officer " + named + " was never assigned to " + community.id() + "."));
    }
}
