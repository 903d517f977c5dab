package io.dovira.command.community;

import static io.dovira.command.community.FakeSurroundings.BAR;
import static io.dovira.command.community.FakeSurroundings.DAY;
import static io.dovira.command.community.FakeSurroundings.NAME;
import static io.dovira.command.community.FakeSurroundings.NINE;
import static io.dovira.command.community.FakeSurroundings.REGION;
import static io.dovira.command.community.FakeSurroundings.WEST;
import static io.dovira.command.platform.AggregateFixtures.accepted;
import static io.dovira.command.platform.AggregateFixtures.command;
import static io.dovira.command.platform.AggregateFixtures.declined;
import static io.dovira.command.platform.AggregateFixtures.fixture;
import static io.dovira.command.platform.AggregateFixtures.intent;
import static io.dovira.command.platform.AggregateFixtures.when;

import io.dovira.command.platform.Intent;
import io.dovira.command.platform.PlatformReason;
import io.dovira.command.platform.Reason;
import io.dovira.events.OfficeId;
import io.dovira.events.OfficerId;
import io.dovira.events.community.Community;
import io.dovira.events.community.CommunityFact;
import io.dovira.events.community.CommunityRegistered;
import io.dovira.events.community.ContactKind;
import io.dovira.events.community.ContactRecorded;
import io.dovira.events.community.LeavingKind;
import io.dovira.events.community.MemorandumSigned;
import io.dovira.events.community.OfficerLeft;
import io.dovira.events.community.PopulationRestated;
import io.dovira.events.community.ReportGiven;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

/** The community is registered at nine; the command comes at ten. */
class CommunityAggregateTest {
    private static final Instant TEN = NINE.plus(Duration.ofHours(1));
    private static final OfficerId ID = new OfficerId("p-1");
    private static final CommunityRegistered REGISTERED = FakeSurroundings.registered(BAR, WEST);
    private static final RegisterCommunity REGISTER =
            new RegisterCommunity(BAR, NAME, REGION, NAME, WEST, 1000, "count", DAY);

    private final FakeSurroundings surroundings = new FakeSurroundings();

    @Test
    void isRegisteredWithTheZoneOfTheOfficeThatAnswersForIt() {
        sent(REGISTER)
                .expectEvents(REGISTERED)
                .expectResultMessagePayloadMatching(accepted(1, Community.evolve(null, REGISTERED, TEN)));
    }

    @Test
    void isRegisteredOnceAndForAnOfficeThatIsThere() {
        refused(CommunityReason.COMMUNITY_EXISTS, REGISTER, REGISTERED);
        refused(
                CommunityReason.OFFICE_UNKNOWN,
                new RegisterCommunity(BAR, NAME, REGION, NAME, new OfficeId("nowhere"), 1, "s", DAY));
    }

    @Test
    void keepsWhatAnotherSourceSaysBesideTheFirst() {
        sent(new RestatePopulation(BAR, 900, "council", DAY), REGISTERED)
                .expectEvents(new PopulationRestated(BAR, 900, "council", DAY));
        refused(CommunityReason.CLAIM_KNOWN, new RestatePopulation(BAR, 1000, "count", DAY), REGISTERED);
    }

    @Test
    void believesNobodyWhoCountsTheFuture() {
        LocalDate tomorrow = LocalDate.parse("2026-03-04");
        refused(PlatformReason.IN_THE_FUTURE, new RestatePopulation(BAR, 900, "council", tomorrow), REGISTERED);
        refused(
                PlatformReason.IN_THE_FUTURE,
                new RegisterCommunity(BAR, NAME, REGION, NAME, WEST, 1000, "count", tomorrow));
    }

    @Test
    void signsOneMemorandum() {
        sent(new SignMemorandum(BAR), REGISTERED).expectEvents(new MemorandumSigned(BAR));
        refused(CommunityReason.MEMORANDUM_SIGNED, new SignMemorandum(BAR), REGISTERED, new MemorandumSigned(BAR));
    }

    @Test
    void isMetByItsOfficersOnlyAlsoByOneWhoHasLeft() {
        surroundings.officer(FakeSurroundings.assigned(ID, WEST, BAR));
        RecordContact contact = new RecordContact(BAR, ContactKind.SCHOOL, ID, 60);
        sent(contact, REGISTERED).expectEvents(new ContactRecorded(BAR, ContactKind.SCHOOL, ID, 60));
        surroundings.officers.computeIfPresent(
                ID,
                (id, officer) -> io.dovira.events.community.Officer.evolve(
                        officer, new OfficerLeft(id, LeavingKind.RETIRED), NINE));
        sent(contact, REGISTERED).expectEvents(new ContactRecorded(BAR, ContactKind.SCHOOL, ID, 60));
        sent(new GiveReport(BAR, ID, null), REGISTERED).expectEvents(new ReportGiven(BAR, ID, null));
        refused(
                CommunityReason.OFFICER_NOT_HERE,
                new RecordContact(BAR, ContactKind.SCHOOL, new OfficerId("nobody"), null),
                REGISTERED);
        surroundings.officer(FakeSurroundings.assigned(ID, FakeSurroundings.EAST, FakeSurroundings.TURKA));
        refused(CommunityReason.OFFICER_NOT_HERE, contact, REGISTERED);
        sent(new RecordContact(BAR, ContactKind.COUNCIL, null, null), REGISTERED)
                .expectEvents(new ContactRecorded(BAR, ContactKind.COUNCIL, null, null));
    }

    /** The contact of the morning is typed in the evening, after one of noon. */
    @Test
    void takesContactsInAnyOrder() {
        CommunityFact noon = new ContactRecorded(BAR, ContactKind.PHONE, null, null);
        RecordContact contact = new RecordContact(BAR, ContactKind.PHONE, null, null);
        sentAt(intent(NINE.plusSeconds(30)), contact, REGISTERED, noon).expectEvents(noon);
        sentAt(intent(NINE.minusSeconds(1)), contact, REGISTERED, noon)
                .expectNoEvents()
                .expectResultMessagePayloadMatching(declined(PlatformReason.BEFORE_LAST_FACT));
    }

    @Test
    void refusesWhatIsNotThereAndWhoIsNotEntitled() {
        for (CommunityCommand each : List.<CommunityCommand>of(
                new SignMemorandum(BAR),
                new RestatePopulation(BAR, 1, "s", DAY),
                new RecordContact(BAR, ContactKind.OTHER, null, null),
                new GiveReport(BAR, null, null))) {
            refused(CommunityReason.COMMUNITY_UNKNOWN, each);
            sentAt(intent(TEN, new OfficeId("other")), each, REGISTERED)
                    .expectNoEvents()
                    .expectResultMessagePayloadMatching(declined(PlatformReason.OFFICE_OUTSIDE_SCOPE));
        }
        sentAt(intent(TEN, new OfficeId("other")), REGISTER)
                .expectNoEvents()
                .expectResultMessagePayloadMatching(declined(PlatformReason.OFFICE_OUTSIDE_SCOPE));
    }

    private void refused(Reason reason, CommunityCommand command, CommunityFact... past) {
        sent(command, past).expectNoEvents().expectResultMessagePayloadMatching(declined(reason));
    }

    private ResultValidator<CommunityAggregate> sent(CommunityCommand command, CommunityFact... past) {
        return sentAt(intent(TEN), command, past);
    }

    private ResultValidator<CommunityAggregate> sentAt(Intent intent, CommunityCommand command, CommunityFact... past) {
        AggregateTestFixture<CommunityAggregate> fixture = fixture(CommunityAggregate.class, surroundings);
        return when(fixture, NINE, List.of(past), command(Communities.SUBJECT, BAR.stream(), command, intent));
    }
}
