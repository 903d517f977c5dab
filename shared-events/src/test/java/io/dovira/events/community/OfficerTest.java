package io.dovira.events.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dovira.events.CommunityId;
import io.dovira.events.OfficeId;
import io.dovira.events.OfficerId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OfficerTest {
    private static final OfficerId ID = new OfficerId("p-1");
    private static final OfficeId WEST = new OfficeId("west");
    private static final OfficeId EAST = new OfficeId("east");
    private static final CommunityId BAR = new CommunityId("bar");
    private static final CommunityId TURKA = new CommunityId("turka");
    private static final Instant AT = Instant.parse("2026-03-02T07:00:00Z");

    @Test
    void keepsWhenEachStepWasTaken() {
        Officer officer = after(
                new OfficerSelected(ID, WEST, BAR),
                new TrainingStarted(ID),
                new TrainingCompleted(ID),
                new OfficerAssigned(ID, WEST, BAR));

        assertThat(officer.state()).isEqualTo(OfficerState.ASSIGNED);
        assertThat(officer.isPresent()).isTrue();
        assertThat(officer.selectedAt()).isEqualTo(AT);
        assertThat(officer.trainingAt()).isEqualTo(AT.plusSeconds(1));
        assertThat(officer.certifiedAt()).isEqualTo(AT.plusSeconds(2));
        assertThat(officer.assignedAt()).isEqualTo(AT.plusSeconds(3));
        assertThat(officer.facts()).isEqualTo(4);
    }

    @Test
    void keepsTheFirstAssignmentWhenReassigned() {
        Officer officer = after(
                new OfficerSelected(ID, WEST, BAR),
                new TrainingStarted(ID),
                new TrainingCompleted(ID),
                new OfficerAssigned(ID, WEST, BAR),
                new OfficerAbsent(ID, AbsenceKind.ILLNESS),
                new OfficerReassigned(ID, BAR, EAST, TURKA));

        assertThat(officer.state()).isEqualTo(OfficerState.ASSIGNED);
        assertThat(officer.community()).isEqualTo(TURKA);
        assertThat(officer.office()).isEqualTo(EAST);
        assertThat(officer.absence()).isNull();
        assertThat(officer.assignedAt()).isEqualTo(AT.plusSeconds(3));
    }

    @Test
    void refusesAHistoryThatCannotBe() {
        assertThatThrownBy(() -> after(new TrainingStarted(ID))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> after(new OfficerSelected(ID, WEST, BAR), new TrainingCompleted(ID)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("CANDIDATE");
        assertThatThrownBy(() -> after(
                        new OfficerSelected(ID, WEST, BAR),
                        new OfficerLeft(ID, LeavingKind.WITHDREW),
                        new TrainingStarted(ID)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("LEFT");
    }

    private static Officer after(OfficerFact... facts) {
        @Nullable Officer officer = null;
        Instant at = AT;
        for (OfficerFact fact : facts) {
            officer = Officer.evolve(officer, fact, at);
            at = at.plusSeconds(1);
        }
        return Objects.requireNonNull(officer);
    }
}
