package io.dovira.command.visits;

import io.dovira.command.platform.Moment;
import io.dovira.events.DeskId;
import io.dovira.events.OfficeId;
import io.dovira.events.OrganisationId;
import io.dovira.events.RegionId;
import io.dovira.events.ServiceId;
import io.dovira.events.StaffId;
import io.dovira.events.VisitId;
import io.dovira.events.offices.Desk;
import io.dovira.events.offices.DeskInstalled;
import io.dovira.events.offices.DeskOpened;
import io.dovira.events.offices.Office;
import io.dovira.events.offices.OfficeFact;
import io.dovira.events.offices.OfficeRegistered;
import io.dovira.events.offices.ServiceOffered;
import io.dovira.events.policies.PolicyBook;
import io.dovira.events.visits.Channel;
import io.dovira.events.visits.TicketIssued;
import io.dovira.events.visits.Visit;
import io.dovira.events.visits.VisitFact;
import io.dovira.events.visits.VisitorArrived;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An office with two services and two desks, and visits to it. */
final class Sample {
    static final OfficeId OFFICE_ID = new OfficeId("lviv-03");
    static final ServiceId ADVICE = new ServiceId("advice");
    static final ServiceId PASSPORTS = new ServiceId("passports");
    static final DeskId ONE = new DeskId("1");
    static final DeskId TWO = new DeskId("2");
    static final StaffId ANNA = new StaffId("anna");
    static final StaffId BOHDAN = new StaffId("bohdan");
    static final VisitId VISIT = new VisitId("v1");
    static final Instant NINE = Instant.parse("2026-03-02T07:00:00Z");
    static final int MOST_RECALLS = 2;
    static final String CLERK = "p-1";
    static final Office OFFICE = office(
            new ServiceOffered(OFFICE_ID, ADVICE, name(), 900),
            new ServiceOffered(OFFICE_ID, PASSPORTS, name(), null),
            new DeskInstalled(OFFICE_ID, ONE, name()),
            new DeskInstalled(OFFICE_ID, TWO, name()));

    private Sample() {}

    static Map<String, String> name() {
        return Map.of("en", "A name");
    }

    static Office office(OfficeFact... facts) {
        Office office = Office.evolve(
                null,
                new OfficeRegistered(
                        OFFICE_ID,
                        name(),
                        new OrganisationId("police"),
                        name(),
                        new RegionId("lviv"),
                        name(),
                        "Europe/Kyiv"),
                NINE.minusSeconds(3600));
        for (OfficeFact fact : facts) {
            office = Office.evolve(office, fact, NINE.minusSeconds(3600));
        }
        return office;
    }

    static Instant minute(int minute) {
        return NINE.plusSeconds(60L * minute);
    }

    /** Something that happens when it is reported. */
    static Moment at(int minute) {
        return Moment.at(minute(minute), minute(minute));
    }

    static Desk open(DeskId desk, StaffId staff) {
        return Desk.evolve(null, new DeskOpened(OFFICE_ID, desk, staff), NINE.minusSeconds(60));
    }

    /** A visitor who waits for advice since nine. */
    static List<VisitFact> waiting() {
        return List.of(
                new VisitorArrived(VISIT, OFFICE_ID, Channel.IN_PERSON, null), new TicketIssued(VISIT, "A001", ADVICE));
    }

    /** One fact a minute from nine on; the first two both at nine. */
    static Visit fold(List<VisitFact> facts) {
        Visit visit = null;
        for (int i = 0; i < facts.size(); i++) {
            visit = Visit.evolve(visit, facts.get(i), minute(Math.max(0, i - 1)));
        }
        return Objects.requireNonNull(visit);
    }

    static VisitPremises premises(int minute, @Nullable Desk desk) {
        return premises(minute, desk, CLERK, PolicyBook.empty());
    }

    static VisitPremises premises(int minute, @Nullable Desk desk, String actor, PolicyBook policies) {
        return new VisitPremises(at(minute), actor, OFFICE, desk, policies, 7, Set.of("e1"), MOST_RECALLS);
    }
}
