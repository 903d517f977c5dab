package io.dovira.command.custody;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.pages.ActForm;
import io.dovira.command.pages.FormsOfCommands;
import io.dovira.events.CellId;
import io.dovira.events.CustodyId;
import io.dovira.events.OfficeId;
import io.dovira.events.PersonId;
import io.dovira.events.custody.ArrivalFact.CustodyRecordOpened;
import io.dovira.events.custody.ArrivalFact.PersonApprehended;
import io.dovira.events.custody.ArrivalFact.PersonDelivered;
import io.dovira.events.custody.Custody;
import io.dovira.events.custody.CustodyFact;
import io.dovira.events.custody.DetentionGround;
import io.dovira.events.custody.LocationFact.CellAssigned;
import io.dovira.events.custody.RecordFact.CustodyRecordSealed;
import io.dovira.events.custody.RecordFact.PersonReleased;
import io.dovira.events.custody.RecordFact.ReleaseGround;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CustodyActsTest {
    private static final CustodyId ID = new CustodyId("c-1");
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private static Custody after(CustodyFact... more) {
        Custody custody = Custody.evolve(
                null,
                new PersonApprehended(
                        ID, new PersonId("p-1"), new OfficeId("unit"), DetentionGround.WITHOUT_RULING, false, false),
                START);
        for (int i = 0; i < more.length; i++) {
            custody = Custody.evolve(custody, more[i], START.plusSeconds(60L * (i + 1)));
        }
        return custody;
    }

    private static List<ActForm> acts(CustodyFact... more) {
        return CustodyActs.of(after(more), START.plusSeconds(3_600));
    }

    private static List<String> names(CustodyFact... more) {
        return acts(more).stream().map(ActForm::act).toList();
    }

    @Test
    void areTheCommandsThatTheServiceTakes() {
        FormsOfCommands.assertAgree(
                CustodyActs.all(),
                Set.of("correct"),
                ArrivalController.class,
                RightsController.class,
                HealthController.class,
                LocationController.class,
                ProcedureController.class,
                RecordController.class);
    }

    @Test
    void aMoveIsOfferedWhereThePersonIs() {
        assertThat(names()).contains("deliver", "explain-rights").doesNotContain("open", "return", "seal");
        assertThat(names(new PersonDelivered(ID))).contains("open").doesNotContain("deliver");
    }

    @Test
    void aCellIsVisitedOnlyWhereThereIsOne() {
        assertThat(names(new PersonDelivered(ID))).doesNotContain("visit-cell");
        assertThat(names(new PersonDelivered(ID), new CellAssigned(ID, new CellId("3"))))
                .contains("visit-cell");
    }

    @Test
    void anActNamesTheDutiesThatItMeetsNow() {
        assertThat(acts(new PersonDelivered(ID), new CustodyRecordOpened(ID)))
                .anySatisfy(act -> {
                    assertThat(act.act()).isEqualTo("explain-rights");
                    assertThat(act.meets()).containsExactly("EXPLAIN_RIGHTS");
                })
                .anySatisfy(act -> {
                    assertThat(act.act()).isEqualTo("review");
                    assertThat(act.meets()).containsExactly("REVIEW");
                })
                .anySatisfy(act -> {
                    assertThat(act.act()).isEqualTo("offer-meal");
                    assertThat(act.meets()).isEmpty();
                });
    }

    @Test
    void aSealedRecordTakesWhatIsLateAndDisclosures() {
        assertThat(names(
                        new PersonDelivered(ID),
                        new PersonReleased(ID, ReleaseGround.COURT),
                        new CustodyRecordSealed(ID)))
                .containsExactly("disclose", "late-entry");
    }

    /** When the person has left, what happened before can still be entered. */
    @Test
    void whatHappenedInAnEarlierPhaseIsOfferedAfterIt() {
        assertThat(names(new PersonDelivered(ID), new PersonReleased(ID, ReleaseGround.COURT)))
                .contains("offer-meal", "seal")
                .doesNotContain("deliver", "take-out");
    }
}
