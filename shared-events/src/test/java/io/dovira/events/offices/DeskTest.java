package io.dovira.events.offices;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.DeskId;
import io.dovira.events.OfficeId;
import io.dovira.events.StaffId;
import io.dovira.events.VisitId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeskTest {
    private static final OfficeId OFFICE = new OfficeId("lviv-03");
    private static final DeskId ID = new DeskId("2");
    private static final StaffId ANNA = new StaffId("anna");
    private static final VisitId VISIT = new VisitId("v1");
    private static final Instant NINE = Instant.parse("2026-03-02T07:00:00Z");

    @Test
    void staysWithItsClerkWhileItServes() {
        Desk desk = fold(new DeskOpened(OFFICE, ID, ANNA), new DeskEngaged(OFFICE, ID, VISIT, 2));

        assertThat(desk.state()).isEqualTo(DeskState.ENGAGED);
        assertThat(desk.staff()).isEqualTo(ANNA);
        assertThat(desk.visit()).isEqualTo(VISIT);
        assertThat(desk.leg()).isEqualTo(2);
        assertThat(desk.sessionAt()).isEqualTo(NINE);
        assertThat(desk.facts()).isEqualTo(2);
    }

    @Test
    void isFreeAgainWhenReleased() {
        Desk desk = fold(
                new DeskOpened(OFFICE, ID, ANNA),
                new DeskEngaged(OFFICE, ID, VISIT, 1),
                new DeskReleased(OFFICE, ID, VISIT, 1));

        assertThat(desk.state()).isEqualTo(DeskState.FREE);
        assertThat(desk.visit()).isNull();
        assertThat(desk.since()).isEqualTo(NINE.plusSeconds(2));
    }

    @Test
    void pausesAndComesBack() {
        assertThat(fold(new DeskOpened(OFFICE, ID, ANNA), new BreakStarted(OFFICE, ID, ANNA))
                        .state())
                .isEqualTo(DeskState.BREAK);
        assertThat(fold(
                                new DeskOpened(OFFICE, ID, ANNA),
                                new BreakStarted(OFFICE, ID, ANNA),
                                new BreakEnded(OFFICE, ID, ANNA))
                        .state())
                .isEqualTo(DeskState.FREE);
    }

    @Test
    void hasNobodyOnceClosed() {
        Desk desk = fold(new DeskOpened(OFFICE, ID, ANNA), new DeskClosed(OFFICE, ID, ANNA));

        assertThat(desk.state()).isEqualTo(DeskState.CLOSED);
        assertThat(desk.staff()).isNull();
    }

    @Test
    void isClosedOnceDismantled() {
        Desk desk = fold(
                new DeskOpened(OFFICE, ID, ANNA), new DeskClosed(OFFICE, ID, ANNA), new DeskDismantled(OFFICE, ID));

        assertThat(desk.state()).isEqualTo(DeskState.CLOSED);
        assertThat(desk.staff()).isNull();
        assertThat(desk.sessionAt()).isEqualTo(NINE.plusSeconds(2));
        assertThat(desk.facts()).isEqualTo(3);
    }

    @Test
    void desksOfDifferentOfficesNeverShareAStream() {
        assertThat(DeskFact.stream(new OfficeId("a.b"), new DeskId("c")))
                .isNotEqualTo(DeskFact.stream(new OfficeId("a"), new DeskId("b.c")));
    }

    private static Desk fold(DeskOpened first, DeskFact... later) {
        Desk desk = Desk.evolve(null, first, NINE);
        for (int i = 0; i < later.length; i++) {
            desk = Desk.evolve(desk, later[i], NINE.plusSeconds(i + 1));
        }
        return desk;
    }
}
