package io.dovira.events.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dovira.events.CommunityId;
import io.dovira.events.OfficeId;
import io.dovira.events.PublicationId;
import io.dovira.events.RegionId;
import io.dovira.events.StationId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What others claim is kept as it was said, and only if it can be. */
class ClaimsTest {
    private static final CommunityId BAR = new CommunityId("bar");
    private static final OfficeId OFFICE = new OfficeId("west");
    private static final RegionId REGION = new RegionId("vinnytsia");
    private static final LocalDate DAY = LocalDate.parse("2026-02-01");
    private static final Instant AT = Instant.parse("2026-03-02T07:00:00Z");

    @Test
    void anotherClaimStandsBesideTheEarlierOne() {
        Community registered = Community.evolve(
                null,
                new CommunityRegistered(
                        BAR, Map.of("en", "Bar"), REGION, Map.of("en", "V"), OFFICE, "Europe/Kyiv", 1000, "a", DAY),
                AT);
        Community restated = Community.evolve(registered, new PopulationRestated(BAR, 900, "b", DAY), AT);

        assertThat(restated.population())
                .containsExactly(new Community.Population(1000, "a", DAY), new Community.Population(900, "b", DAY));
    }

    @Test
    void aShareLiesBetweenNothingAndAll() {
        assertThat(survey(0, null, REGION, null).percent()).isZero();
        assertThat(survey(100, 0.0, null, null).percent()).isEqualTo(100);
        for (double wrong : new double[] {-0.1, 100.1, Double.NaN}) {
            assertThatThrownBy(() -> survey(wrong, null, null, null)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> survey(50, wrong, null, null)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aCommunityIsAskedAsPartOfItsRegion() {
        assertThatThrownBy(() -> survey(50, null, null, BAR)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPublicationSaysSomething() {
        assertThatThrownBy(() -> new FiguresPublished(new PublicationId("p"), OFFICE, "s", DAY, null, null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void roomsAreAlwaysInTheSameOrder() {
        StationOpened opened = new StationOpened(
                new StationId("s"), OFFICE, BAR, Map.of("en", "x"), List.of(Room.DUTY, Room.RECEPTION, Room.DUTY));

        assertThat(opened.rooms()).containsExactly(Room.RECEPTION, Room.DUTY);
        assertThatThrownBy(() -> new StationFitted(new StationId("s"), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static TrustSurveyPublished survey(
            double percent, @Nullable Double margin, @Nullable RegionId region, @Nullable CommunityId community) {
        return new TrustSurveyPublished(
                new PublicationId("p"), OFFICE, region, community, "s", 1000, percent, margin, DAY, DAY);
    }
}
