package io.dovira.query.obligations;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.CustodyId;
import io.dovira.events.FootageId;
import io.dovira.events.Recorded;
import io.dovira.events.custody.LocationFact.Destination;
import io.dovira.events.custody.LocationFact.TakenOut;
import io.dovira.events.footage.Flaw;
import io.dovira.events.footage.FlawExplained;
import io.dovira.events.footage.IntegrityChecked;
import io.dovira.events.footage.IntegrityFinding;
import io.dovira.events.footage.RetentionExpired;
import io.dovira.events.obligations.Ledger;
import io.dovira.events.obligations.Obligation;
import io.dovira.events.obligations.ObligationState;
import io.dovira.query.platform.InMemoryDocuments;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ObligationsFoldTest {
    private static final Instant NINE = Instant.parse("2026-03-02T07:00:00Z");

    @Test
    void keepsTheSameAsTheLedgerInMemory() {
        List<Recorded<?>> tale = tale().facts();
        Map<String, Obligation> expected = new HashMap<>();
        Ledger ledger = Ledger.ofTheDay();
        InMemoryDocuments documents = new InMemoryDocuments(new ObligationsFold());
        for (Recorded<?> fact : tale) {
            documents.apply(fact);
            if (Ledger.wants(fact.fact().getClass())) {
                ledger.take(fact).forEach(each -> expected.put(each.id().value(), each));
            }
        }

        Map<String, Obligation> kept = new HashMap<>();
        documents.forEach(ObligationsFold.OBLIGATIONS, kept::put);
        assertThat(kept).isEqualTo(expected).hasSize(4);
    }

    /** There are millions of them. */
    @Test
    void keepsNothingOfFootageAsItShouldBe() {
        FootageId id = new FootageId("f1");
        InMemoryDocuments documents = new InMemoryDocuments(new ObligationsFold());
        new CustodyTale()
                .tell(
                        id.stream(),
                        "unit-3",
                        NINE,
                        new IntegrityChecked(id, "ab".repeat(32), true, IntegrityFinding.MATCHES, null))
                .tell(id.stream(), "unit-3", NINE, new RetentionExpired(id, NINE, null))
                .facts()
                .forEach(documents::apply);

        assertThat(documents.get(ObligationsFold.FLAWS, id.stream())).isNull();
        assertThat(documents.get(ObligationsFold.DUTIES, id.stream())).isNull();
    }

    @Test
    void marksABreachAlsoWhenTheNextClockOfItsRuleRuns() {
        CustodyTale tale = tale();
        Obligation missed = only(tale, ObligationState.OVERDUE, NINE.plusSeconds(400));
        tale.tell(
                "custody-c1", "unit-3", NINE.plusSeconds(500), new TakenOut(new CustodyId("c1"), Destination.HOSPITAL));
        tale.unfit("c1", "unit-3", NINE.plusSeconds(900), NINE.plusSeconds(1_200));
        tale.tell(missed.id().stream(), "unit-3", missed.due().plusMillis(1), missed.breach());

        InMemoryDocuments documents = new InMemoryDocuments(new ObligationsFold());
        tale.facts().forEach(documents::apply);

        Obligation kept = Objects.requireNonNull(
                documents.get(ObligationsFold.OBLIGATIONS, missed.id().value()));
        assertThat(kept.breached()).isTrue();
        assertThat(kept.at(NINE.plusSeconds(1_000))).isEqualTo(ObligationState.MET_LATE);
    }

    @Test
    void letsABreachWaitBehindTheFactsOfItsSubject() {
        List<Recorded<?>> tale = ObligationsFolds.missedDuty();

        assertThat(tale).hasSizeGreaterThan(2).last().satisfies(breach -> {
            assertThat(breach.stream()).startsWith("obligation-");
            assertThat(new ObligationsFold().sequence(breach)).isEqualTo("custody-c1");
        });
        assertThat(tale.subList(0, tale.size() - 1))
                .allSatisfy(
                        fact -> assertThat(new ObligationsFold().sequence(fact)).isEqualTo(fact.stream()));
    }

    private static Obligation only(CustodyTale tale, ObligationState state, Instant at) {
        Ledger ledger = Ledger.ofTheDay();
        tale.facts().stream()
                .filter(fact -> Ledger.wants(fact.fact().getClass()))
                .forEach(ledger::take);
        return ledger.at(at, state).getFirst();
    }

    private static CustodyTale tale() {
        return new CustodyTale()
                .policies(NINE)
                .unit("unit-3", NINE)
                .apprehended("c1", "unit-3", NINE)
                .unfit("c1", "unit-3", NINE, NINE.plusSeconds(300))
                .apprehended("c2", "unit-3", NINE)
                .unfit("c2", "unit-3", NINE, NINE.plusSeconds(600))
                .flawed("f1", "unit-3", NINE)
                .tell(
                        "footage-f1",
                        "unit-3",
                        NINE.plusSeconds(700),
                        new FlawExplained(new FootageId("f1"), Flaw.GAP, "x"));
    }
}
