package io.dovira.command.appeals;

import io.dovira.events.AppealId;
import io.dovira.events.OfficeId;
import io.dovira.events.OrganisationId;
import io.dovira.events.PersonId;
import io.dovira.events.RegionId;
import io.dovira.events.StaffId;
import io.dovira.events.VisitId;
import io.dovira.events.appeals.AppealAssigned;
import io.dovira.events.appeals.AppealKind;
import io.dovira.events.appeals.AppealLodged;
import io.dovira.events.appeals.AppealRegistered;
import io.dovira.events.appeals.AppealTopic;
import io.dovira.events.appeals.ReceiptCode;
import io.dovira.events.appeals.ReceiptDigest;
import io.dovira.events.clocks.Limit;
import io.dovira.events.offices.Office;
import io.dovira.events.offices.OfficeRegistered;
import io.dovira.events.policies.BuiltInPolicies;
import io.dovira.events.policies.KnownPolicies;
import io.dovira.events.policies.PolicyBook;
import io.dovira.events.policies.PolicyPublished;
import io.dovira.events.registers.RegisterNumberDrawn;
import io.dovira.events.visits.Channel;
import io.dovira.events.visits.Visit;
import io.dovira.events.visits.VisitorArrived;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** An office in Lviv with one visit, the built-in rules, and a register that has given sixteen numbers. */
final class Registry implements AppealSurroundings {
    static final AppealId ID = new AppealId("a1");
    static final OfficeId OFFICE = new OfficeId("lviv-03");
    static final VisitId VISIT = new VisitId("v1");
    static final StaffId OLENA = new StaffId("olena");
    static final StaffId PETRO = new StaffId("petro");
    static final PersonId APPLICANT = new PersonId("s-1");
    static final OrganisationId COUNCIL = new OrganisationId("city-council");
    static final ReceiptCode CODE = new ReceiptCode("7K2QF0M9XATB4ZC8WD1N");
    static final PolicyBook POLICIES = BuiltInPolicies.book();

    /** Monday, nine in the morning in Lviv. */
    static final Instant NINE = Instant.parse("2026-03-02T07:00:00Z");

    static final AppealLodged LODGED = new AppealLodged(
            ID,
            OFFICE,
            Channel.POST,
            null,
            AppealKind.COMPLAINT,
            AppealTopic.ROAD_SAFETY,
            APPLICANT,
            false,
            null,
            CODE.digest());

    /** A month after 2 March: summer time has begun. */
    static final AppealRegistered REGISTERED = new AppealRegistered(
            ID,
            "lviv-03/2026/17",
            LocalDate.parse("2026-03-02"),
            "appeal-normal@1",
            Instant.parse("2026-04-02T20:59:59.999Z"));

    static final AppealAssigned ASSIGNED = new AppealAssigned(ID, OLENA);

    @Nullable
    RegisterNumberDrawn drawn;

    OfficeId visitOffice = OFFICE;

    PolicyBook policies = POLICIES;

    /** The built-in rules, and one by which questions stop the clock of a normal appeal that is received from March 2026 on. */
    static PolicyBook pausing(Limit limit) {
        return POLICIES.after(
                new PolicyPublished(
                        KnownPolicies.APPEAL_NORMAL,
                        2,
                        Map.of("en", "Answer"),
                        limit,
                        null,
                        null,
                        List.of("appeal.info-requested"),
                        Map.of("en", "A law to come"),
                        Instant.parse("2026-02-01T00:00:00Z"),
                        null,
                        false,
                        null),
                NINE);
    }

    static Office officeInLviv() {
        Map<String, String> name = Map.of("en", "A name");
        return Office.evolve(
                null,
                new OfficeRegistered(
                        OFFICE, name, new OrganisationId("police"), name, new RegionId("lviv"), name, "Europe/Kyiv"),
                NINE);
    }

    @Override
    public Optional<Office> office(OfficeId wanted) {
        return wanted.equals(OFFICE) ? Optional.of(officeInLviv()) : Optional.empty();
    }

    @Override
    public Optional<Visit> visit(VisitId wanted) {
        return wanted.equals(VISIT)
                ? Optional.of(Visit.evolve(null, new VisitorArrived(VISIT, visitOffice, Channel.IN_PERSON, null), NINE))
                : Optional.empty();
    }

    @Override
    public PolicyBook policies() {
        return policies;
    }

    @Override
    public int nextNumber(OfficeId office, int year) {
        return 17;
    }

    @Override
    public ReceiptDigest receipt(AppealId appeal) {
        return CODE.digest();
    }

    @Override
    public void record(RegisterNumberDrawn number, MetaData meta) {
        drawn = number;
    }
}
