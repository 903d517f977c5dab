package io.dovira.query.interactions;

import io.dovira.events.Fact;
import io.dovira.events.Meta;
import io.dovira.events.OfficeId;
import io.dovira.events.OrganisationId;
import io.dovira.events.Origin;
import io.dovira.events.RegionId;
import io.dovira.events.ServiceId;
import io.dovira.events.TimeQuality;
import io.dovira.events.VisitId;
import io.dovira.events.catalogue.Facts;
import io.dovira.events.clocks.Limit;
import io.dovira.events.offices.OfficeRegistered;
import io.dovira.events.offices.ServiceOffered;
import io.dovira.events.policies.KnownPolicies;
import io.dovira.events.policies.PolicyPublished;
import io.dovira.events.visits.Channel;
import io.dovira.events.visits.TicketIssued;
import io.dovira.events.visits.VisitorArrived;
import io.dovira.eventstore.codec.RecordCodecs;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.NewEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** Records facts as command-service does. */
final class Told {
    private final EventLog log;

    Told(EventLog log) {
        this.log = log;
    }

    void office(String office, String organisation) {
        OfficeId id = new OfficeId(office);
        record(
                id.stream(),
                office,
                Origin.LIVE,
                Instant.now(),
                new OfficeRegistered(
                        id,
                        Map.of("uk", "Відділення " + office, "en", "Office " + office),
                        new OrganisationId(organisation),
                        Map.of("en", organisation),
                        new RegionId("west"),
                        Map.of("en", "West"),
                        "Europe/Kyiv"));
        record(
                id.stream(),
                office,
                Origin.LIVE,
                Instant.now(),
                new ServiceOffered(id, new ServiceId("advice"), Map.of("uk", "Консультація", "en", "Advice"), 900));
    }

    /** After how many seconds an entry is late. */
    void lateEntries(int version, int seconds, Instant from) {
        PolicyPublished rule = new PolicyPublished(
                KnownPolicies.VISIT_LATE_ENTRY,
                version,
                Map.of("en", "A late entry"),
                Limit.seconds(seconds),
                null,
                null,
                List.of(),
                Map.of("en", "A house rule"),
                from,
                null,
                true,
                "a test");
        record(rule.policy().stream(), "lviv", Origin.LIVE, Instant.now(), rule);
    }

    /** Somebody comes and gets a ticket. */
    void arrives(String visit, String office, String ticket, Instant at) {
        VisitId id = new VisitId(visit);
        record(
                id.stream(),
                office,
                Origin.LIVE,
                at,
                new VisitorArrived(id, new OfficeId(office), Channel.IN_PERSON, null));
        record(id.stream(), office, Origin.LIVE, at, new TicketIssued(id, ticket, new ServiceId("advice")));
    }

    /** Records a fact and tells its position. */
    long record(String stream, String office, Origin origin, Instant at, Fact fact) {
        return record(stream, office, origin, at, fact, Facts.revisionOf(fact.getClass()));
    }

    long record(String stream, String office, Origin origin, Instant at, Fact fact, int revision) {
        Meta meta = new Meta("p-1", "clerk", "c-1", null, office, TimeQuality.EXACT, origin);
        BsonDocument stored = new BsonDocument();
        meta.asMap().forEach((key, value) -> stored.append(key, new BsonString(value)));
        return log.append(List.of(new NewEvent(
                        UUID.randomUUID().toString(),
                        Facts.nameOf(fact.getClass()),
                        revision,
                        stream,
                        log.lastSequence(stream).orElse(-1) + 1,
                        at,
                        List.of(),
                        RecordCodecs.encode((Record) fact),
                        stored)))
                .lastPosition();
    }
}
