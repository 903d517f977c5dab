package io.dovira.command.community;

import static io.dovira.command.community.FakeSurroundings.BAR;
import static io.dovira.command.community.FakeSurroundings.DAY;
import static io.dovira.command.community.FakeSurroundings.EAST;
import static io.dovira.command.community.FakeSurroundings.NINE;
import static io.dovira.command.community.FakeSurroundings.REGION;
import static io.dovira.command.community.FakeSurroundings.WEST;
import static io.dovira.command.platform.AggregateFixtures.command;
import static io.dovira.command.platform.AggregateFixtures.declined;
import static io.dovira.command.platform.AggregateFixtures.fixture;
import static io.dovira.command.platform.AggregateFixtures.intent;
import static io.dovira.command.platform.AggregateFixtures.when;

import io.dovira.command.platform.Intent;
import io.dovira.command.platform.PlatformReason;
import io.dovira.command.platform.Reason;
import io.dovira.events.CommunityId;
import io.dovira.events.OfficeId;
import io.dovira.events.PublicationId;
import io.dovira.events.RegionId;
import io.dovira.events.community.FiguresPublished;
import io.dovira.events.community.PublicationFact;
import io.dovira.events.community.PublicationWithdrawn;
import io.dovira.events.community.TrustSurveyPublished;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PublicationAggregateTest {
    private static final Instant TEN = NINE.plus(Duration.ofHours(1));
    private static final PublicationId ID = new PublicationId("kmu-2021-03");
    private static final PublishFigures PUBLISH =
            new PublishFigures(ID, WEST, "fin.org.ua", LocalDate.parse("2021-03-03"), 273, null, 3_500_000);
    private static final PublicationFact PUBLISHED =
            new FiguresPublished(ID, WEST, "fin.org.ua", LocalDate.parse("2021-03-03"), 273, null, 3_500_000);
    private static final PublicationFact WITHDRAWN = new PublicationWithdrawn(ID, "typed twice");

    @Test
    void keepsFiguresAsTheyWereSaid() {
        sent(PUBLISH).expectEvents(PUBLISHED);
        refused(PublicationReason.PUBLICATION_EXISTS, PUBLISH, PUBLISHED);
        refused(PublicationReason.PUBLICATION_EMPTY, new PublishFigures(ID, WEST, "s", DAY, null, null, null));
        refused(
                PlatformReason.IN_THE_FUTURE,
                new PublishFigures(ID, WEST, "s", LocalDate.parse("2026-03-05"), 1, null, null));
        refused(
                PublicationReason.OFFICE_UNKNOWN,
                new PublishFigures(ID, new OfficeId("nowhere"), "s", DAY, 1, null, null));
    }

    @Test
    void asksTheNationARegionOrACommunity() {
        sent(survey(null, null, DAY)).expectEvents(surveyed(null, null));
        sent(survey(REGION, null, DAY)).expectEvents(surveyed(REGION, null));
        sent(survey(null, BAR, DAY)).expectEvents(surveyed(REGION, BAR));
        sent(survey(REGION, BAR, DAY)).expectEvents(surveyed(REGION, BAR));
        refused(PublicationReason.REGION_OF_ANOTHER, survey(new RegionId("lviv"), BAR, DAY));
        refused(PublicationReason.COMMUNITY_UNKNOWN, survey(null, new CommunityId("nowhere"), DAY));
        refused(PublicationReason.PERIOD_REVERSED, survey(null, null, DAY.minusDays(1)));
        refused(PlatformReason.IN_THE_FUTURE, survey(null, null, LocalDate.parse("2026-03-05")));
    }

    @Test
    void isWithdrawnOnceAndNeverReplaced() {
        sent(new WithdrawPublication(ID, "typed twice"), PUBLISHED).expectEvents(WITHDRAWN);
        refused(PublicationReason.PUBLICATION_WITHDRAWN, new WithdrawPublication(ID, "again"), PUBLISHED, WITHDRAWN);
        refused(PublicationReason.PUBLICATION_EXISTS, PUBLISH, PUBLISHED, WITHDRAWN);
        refused(PublicationReason.PUBLICATION_UNKNOWN, new WithdrawPublication(ID, "x"));
    }

    @Test
    void refusesAnOfficeOutsideTheScope() {
        sentAt(intent(TEN, EAST), PUBLISH)
                .expectNoEvents()
                .expectResultMessagePayloadMatching(declined(PlatformReason.OFFICE_OUTSIDE_SCOPE));
        sentAt(intent(TEN, EAST), new WithdrawPublication(ID, "x"), PUBLISHED)
                .expectNoEvents()
                .expectResultMessagePayloadMatching(declined(PlatformReason.OFFICE_OUTSIDE_SCOPE));
    }

    private static PublishTrustSurvey survey(@Nullable RegionId region, @Nullable CommunityId community, LocalDate to) {
        return new PublishTrustSurvey(ID, WEST, region, community, "university", 400, 70.2, 4.9, DAY, to);
    }

    private static PublicationFact surveyed(@Nullable RegionId region, @Nullable CommunityId community) {
        return new TrustSurveyPublished(ID, WEST, region, community, "university", 400, 70.2, 4.9, DAY, DAY);
    }

    private void refused(Reason reason, PublicationCommand command, PublicationFact... past) {
        sent(command, past).expectNoEvents().expectResultMessagePayloadMatching(declined(reason));
    }

    private ResultValidator<PublicationAggregate> sent(PublicationCommand command, PublicationFact... past) {
        return sentAt(intent(TEN), command, past);
    }

    private ResultValidator<PublicationAggregate> sentAt(
            Intent intent, PublicationCommand command, PublicationFact... past) {
        AggregateTestFixture<PublicationAggregate> fixture =
                fixture(PublicationAggregate.class, new FakeSurroundings());
        return when(fixture, NINE, List.of(past), command(Communities.PUBLICATIONS, ID.stream(), command, intent));
    }
}
