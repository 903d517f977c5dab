package io.dovira.query.community;

import io.dovira.events.Fact;
import io.dovira.events.PolicyId;
import io.dovira.events.Recorded;
import io.dovira.events.community.CommunityFact;
import io.dovira.events.community.CommunityRegistered;
import io.dovira.events.community.ContactRecorded;
import io.dovira.events.community.MemorandumSigned;
import io.dovira.events.community.Officer;
import io.dovira.events.community.OfficerFact;
import io.dovira.events.community.OfficerState;
import io.dovira.events.community.PopulationRestated;
import io.dovira.events.community.PublicationFact;
import io.dovira.events.community.ReportGiven;
import io.dovira.events.community.Station;
import io.dovira.events.community.StationFact;
import io.dovira.events.policies.KnownPolicies;
import io.dovira.events.policies.PolicyFact;
import io.dovira.events.policies.PolicyHistory;
import io.dovira.query.platform.Documents;
import io.dovira.query.platform.Documents.Change;
import io.dovira.query.platform.Fold;
import io.dovira.query.platform.Kind;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** From facts to communities: an officer takes one step, and the spells of one or two communities change by the difference. */
final class CommunityFold implements Fold {
    static final String NAME = "community";

    /** How many people one officer is for; of all policies the only one that is kept here. */
    static final PolicyId PEOPLE_FOR_EACH_OFFICER = KnownPolicies.COMMUNITY_OFFICERS_REQUIRED;

    static final Kind<CommunityDocument> COMMUNITIES = new Kind<>("communities", CommunityDocument.class, 10);
    static final Kind<OfficerDocument> OFFICERS = new Kind<>("officers", OfficerDocument.class, 20);
    static final Kind<StationDocument> STATIONS = new Kind<>("stations", StationDocument.class, 20);
    static final Kind<PublicationDocument> PUBLICATIONS = new Kind<>("publications", PublicationDocument.class, 20);
    static final Kind<PolicyHistory> POLICIES = new Kind<>("policies", PolicyHistory.class, 20);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public boolean wants(Class<? extends Fact> type) {
        return CommunityFact.class.isAssignableFrom(type)
                || OfficerFact.class.isAssignableFrom(type)
                || StationFact.class.isAssignableFrom(type)
                || PublicationFact.class.isAssignableFrom(type)
                || PolicyFact.class.isAssignableFrom(type);
    }

    @Override
    public void foresee(Recorded<?> recorded, BiConsumer<Kind<?>, String> document) {
        switch (recorded.fact()) {
            case CommunityFact fact ->
                document.accept(COMMUNITIES, fact.community().value());
            case OfficerFact fact -> document.accept(OFFICERS, fact.officer().value());
            case StationFact fact -> document.accept(STATIONS, fact.station().value());
            case PublicationFact fact ->
                document.accept(PUBLICATIONS, fact.publication().value());
            default -> {}
        }
    }

    @Override
    public void apply(Recorded<?> recorded, Documents documents) {
        Instant at = recorded.occurredAt();
        switch (recorded.fact()) {
            case CommunityFact fact -> community(documents, fact, recorded);
            case OfficerFact fact -> officer(documents, fact, recorded);
            case StationFact fact ->
                documents.change(STATIONS, fact.station().value(), before -> {
                    Station station = Station.evolve(before == null ? null : before.station(), fact, at);
                    return new StationDocument(
                            station.community().value(),
                            station,
                            recorded.meta().origin());
                });
            case PublicationFact fact ->
                documents.change(
                        PUBLICATIONS,
                        fact.publication().value(),
                        before -> PublicationDocument.evolve(
                                before, fact, recorded.meta().origin()));
            case PolicyFact fact -> {
                if (fact.policy().equals(PEOPLE_FOR_EACH_OFFICER)) {
                    documents.change(
                            POLICIES,
                            PEOPLE_FOR_EACH_OFFICER.value(),
                            before -> PolicyHistory.evolve(before, fact, at));
                }
            }
            default -> {}
        }
    }

    private static void community(Documents documents, CommunityFact fact, Recorded<?> recorded) {
        Instant at = recorded.occurredAt();
        String id = fact.community().value();
        switch (fact) {
            case CommunityRegistered f ->
                documents.change(COMMUNITIES, id, before -> {
                    if (before != null) {
                        throw new IllegalStateException("community " + id + " is registered twice");
                    }
                    return CommunityDocument.of(f, at, recorded.meta().origin());
                });
            case PopulationRestated f -> {
                CommunityDocument.Population claim = new CommunityDocument.Population(f.people(), f.source(), f.asOf());
                onCommunity(documents, id, community -> community.restated(claim));
            }
            case MemorandumSigned ignored -> onCommunity(documents, id, community -> community.signed(at));
            case ContactRecorded f ->
                onCommunity(
                        documents, id, community -> community.met(at, f.kind().name(), f.people()));
            case ReportGiven f -> onCommunity(documents, id, community -> community.reported(at, f.people()));
        }
    }

    private static void officer(Documents documents, OfficerFact fact, Recorded<?> recorded) {
        Instant at = recorded.occurredAt();
        String id = fact.officer().value();
        Change<OfficerDocument> change = documents.change(
                OFFICERS,
                id,
                before -> new OfficerDocument(
                        Officer.evolve(before == null ? null : before.officer(), fact, at),
                        recorded.meta().origin()));
        Officer before = change.before() == null ? null : change.before().officer();
        Officer after = change.after().officer();
        if (after.equals(before)) {
            return;
        }
        if (before != null && !before.community().equals(after.community())) {
            onCommunity(documents, before.community().value(), community -> community.withOfficer(id, null, at));
        }
        OfficerState state = after.state() == OfficerState.LEFT ? null : after.state();
        onCommunity(documents, after.community().value(), community -> community.withOfficer(id, state, at));
    }

    private static void onCommunity(Documents documents, String id, UnaryOperator<CommunityDocument> step) {
        documents.change(COMMUNITIES, id, community -> {
            if (community == null) {
                throw new IllegalStateException("community " + id + " is not registered");
            }
            return step.apply(community);
        });
    }
}
