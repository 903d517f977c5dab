package io.dovira.events.offices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dovira.events.DeskId;
import io.dovira.events.OfficeId;
import io.dovira.events.OrganisationId;
import io.dovira.events.RegionId;
import io.dovira.events.ServiceId;
import io.dovira.events.StaffId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OfficeTest {
    private static final OfficeId ID = new OfficeId("lviv-03");
    private static final ServiceId ADVICE = new ServiceId("advice");
    private static final ServiceId LOST = new ServiceId("lost-property");
    private static final DeskId DESK = new DeskId("2");
    private static final Instant AT = Instant.parse("2026-03-02T07:00:00Z");
    private static final Map<String, String> NAME = Map.of("en", "Front office 3");

    @Test
    void keepsServicesInTheOrderOfTheFirstOffer() {
        Office office = fold(offered(ADVICE, 900), offered(LOST, null), offered(ADVICE, 600));

        assertThat(office.services().stream().map(Office.Service::id)).containsExactly(ADVICE, LOST);
        assertThat(office.service(ADVICE).orElseThrow().waitTargetSeconds()).isEqualTo(600);
    }

    @Test
    void remembersAWithdrawnServiceButOffersItNoMore() {
        Office office = fold(offered(ADVICE, 900), new ServiceWithdrawn(ID, ADVICE));

        assertThat(office.offers(ADVICE)).isFalse();
        assertThat(office.service(ADVICE)).isPresent();
        assertThat(office.facts()).isEqualTo(3);
    }

    @Test
    void remembersARemovedDeskButHasItNoMore() {
        Office office = fold(new DeskInstalled(ID, DESK, NAME), new DeskRemoved(ID, DESK));

        assertThat(office.has(DESK)).isFalse();
        assertThat(office.desk(DESK)).isPresent();
    }

    @Test
    void closesForGoodAndKeepsItsName() {
        Office office = fold(new OfficeRenamed(ID, Map.of("en", "New")), new OfficeClosed(ID, "moved"));

        assertThat(office.closed()).isTrue();
        assertThat(office.name()).containsEntry("en", "New");
    }

    @Test
    void refusesAFactBeforeTheRegistration() {
        assertThatThrownBy(() -> Office.evolve(null, new OfficeClosed(ID, "moved"), AT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("lviv-03");
    }

    @Test
    void aMemberOfStaffSitsAtOneDeskOrAtNone() {
        StaffId anna = new StaffId("anna");
        StaffSession in = StaffSession.evolve(null, new StaffLoggedIn(anna, ID, DESK), AT);
        StaffSession out = StaffSession.evolve(in, new StaffLoggedOut(anna, ID, DESK), AT.plusSeconds(60));

        assertThat(in.desk()).isEqualTo(DESK);
        assertThat(out.isAtDesk()).isFalse();
        assertThat(out.facts()).isEqualTo(2);
    }

    private static ServiceOffered offered(ServiceId service, @Nullable Integer target) {
        return new ServiceOffered(ID, service, NAME, target);
    }

    private static Office fold(OfficeFact... facts) {
        Office office = Office.evolve(
                null,
                new OfficeRegistered(
                        ID, NAME, new OrganisationId("police"), NAME, new RegionId("lviv"), NAME, "Europe/Kyiv"),
                AT);
        for (OfficeFact fact : facts) {
            office = Office.evolve(office, fact, AT);
        }
        return office;
    }
}
