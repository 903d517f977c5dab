package io.dovira.command.custody;

import io.dovira.command.platform.Moment;
import io.dovira.events.CellId;
import io.dovira.events.CustodyId;
import io.dovira.events.OfficeId;
import io.dovira.events.OrganisationId;
import io.dovira.events.PersonId;
import io.dovira.events.RegionId;
import io.dovira.events.custody.ArrivalFact.CustodyRecordOpened;
import io.dovira.events.custody.ArrivalFact.PersonApprehended;
import io.dovira.events.custody.ArrivalFact.PersonDelivered;
import io.dovira.events.custody.CustodyFact;
import io.dovira.events.custody.DetentionGround;
import io.dovira.events.custody.LocationFact.CellAssigned;
import io.dovira.events.offices.Office;
import io.dovira.events.offices.OfficeRegistered;
import io.dovira.events.policies.BuiltInPolicies;
import io.dovira.events.policies.PolicyBook;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A unit in Lviv, a person apprehended at eight, and the law of the first home. */
final class Sample {
    static final CustodyId ID = new CustodyId("c1");
    static final OfficeId UNIT = new OfficeId("lviv-unit-1");
    static final PersonId PERSON = new PersonId("p-41c7d0");
    static final Instant EIGHT = Instant.parse("2026-03-02T06:00:00Z");
    static final PolicyBook LAW = BuiltInPolicies.book();
    static final Office OFFICE = Office.evolve(
            null,
            new OfficeRegistered(
                    UNIT,
                    Map.of("en", "Unit 1"),
                    new OrganisationId("police"),
                    Map.of("en", "Police"),
                    new RegionId("lviv"),
                    Map.of("en", "Lviv"),
                    "Europe/Kyiv"),
            EIGHT.minusSeconds(3600));

    private Sample() {}

    static PersonApprehended apprehended(DetentionGround ground) {
        return new PersonApprehended(ID, PERSON, UNIT, ground, false, false);
    }

    static Instant minute(int minute) {
        return EIGHT.plusSeconds(60L * minute);
    }

    static CustodyPremises premises(Moment moment, String actor, String... eventIds) {
        return new CustodyPremises(moment, actor, OFFICE, LAW, Set.of(eventIds));
    }

    /** Apprehended, delivered, registered and in a cell; nobody has done anything else yet. */
    static List<CustodyFact> inTheCell() {
        return List.of(
                apprehended(DetentionGround.WITHOUT_RULING),
                new PersonDelivered(ID),
                new CustodyRecordOpened(ID),
                new CellAssigned(ID, new CellId("3")));
    }
}
