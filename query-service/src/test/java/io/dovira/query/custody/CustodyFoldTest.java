package io.dovira.query.custody;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.CellId;
import io.dovira.events.CustodyId;
import io.dovira.events.OfficeId;
import io.dovira.events.Origin;
import io.dovira.events.PersonId;
import io.dovira.events.Recorded;
import io.dovira.events.custody.ArrivalFact.CustodyRecordOpened;
import io.dovira.events.custody.ArrivalFact.PersonApprehended;
import io.dovira.events.custody.ArrivalFact.PersonDelivered;
import io.dovira.events.custody.CareFact.CellVisitDone;
import io.dovira.events.custody.CareFact.MealOffered;
import io.dovira.events.custody.CareFact.Observation;
import io.dovira.events.custody.Custody;
import io.dovira.events.custody.CustodyFact;
import io.dovira.events.custody.DetentionGround;
import io.dovira.events.custody.LocationFact.CellAssigned;
import io.dovira.events.custody.RecordFact.LateEntryMade;
import io.dovira.events.policies.BuiltInPolicies;
import io.dovira.events.policies.PolicyFact;
import io.dovira.query.platform.InMemoryDocuments;
import io.dovira.query.story.RandomStory;
import io.dovira.query.story.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CustodyFoldTest {
    private static final CustodyId ID = new CustodyId("c1");
    private static final Instant EVENING = Instant.parse("2026-03-02T20:00:00Z");

    private final Story story = new Story();

    private CustodyFoldTest rules() {
        BuiltInPolicies.facts().forEach(fact -> {
            if (fact instanceof PolicyFact) {
                story.happens(EVENING.minusSeconds(3600), fact);
            }
        });
        return this;
    }

    private CustodyFoldTest inTheCell() {
        story.office("unit-1", "police", "west", "Europe/Kyiv");
        story.happens(
                EVENING,
                new PersonApprehended(
                        ID, new PersonId("p-1"), new OfficeId("unit-1"), DetentionGround.WITHOUT_RULING, false, false));
        story.happens(EVENING, new PersonDelivered(ID));
        story.happens(EVENING, new CustodyRecordOpened(ID));
        story.happens(EVENING, new CellAssigned(ID, new CellId("3")));
        return this;
    }

    private void visit(Duration happened, Duration typed) {
        story.told(EVENING.plus(typed), EVENING.plus(happened), new CellVisitDone(ID, Observation.GENERAL, false));
    }

    private InMemoryDocuments folded() {
        InMemoryDocuments documents = new InMemoryDocuments(new CustodyFold());
        story.facts().forEach(documents::apply);
        return documents;
    }

    private static List<Batch> batches(InMemoryDocuments documents) {
        List<Batch> all = new ArrayList<>();
        documents.forEach(CustodyFold.BATCHES, (key, batch) -> all.add(batch));
        return all;
    }

    /** The watchdog's case of 2021: the visits of a night, all typed in the morning. They are late, and they are a batch. */
    @Test
    void showsTheVisitsOfANightThatWereTypedInTheMorning() {
        rules().inTheCell();
        for (int hour = 1; hour <= 8; hour++) {
            visit(Duration.ofHours(hour), Duration.ofHours(9).plusSeconds(5L * hour));
        }

        InMemoryDocuments documents = folded();

        assertThat(Objects.requireNonNull(documents.get(CustodyFold.RECORDS, "c1"))
                        .late())
                .isEqualTo(8);
        assertThat(batches(documents)).singleElement().satisfies(batch -> {
            assertThat(batch.entries()).isEqualTo(8);
            assertThat(batch.happenedFrom()).isEqualTo(EVENING.plus(Duration.ofHours(1)));
            assertThat(batch.happenedTo()).isEqualTo(EVENING.plus(Duration.ofHours(8)));
            assertThat(batch.records()).containsExactly("c1");
        });
        LagCell cell = Objects.requireNonNull(
                documents.get(CustodyFold.LAGS, LagCell.key("unit-1", "2026-03-03", "clerk", Origin.LIVE)));
        assertThat(cell.lags()).hasSize(8).allMatch(lag -> lag > 3_600_000);
        assertThat(cell.late()).isEqualTo(8);
    }

    @Test
    void flagsNothingThatIsTappedAtTheDoor() {
        rules().inTheCell();
        for (int hour = 1; hour <= 8; hour++) {
            visit(Duration.ofHours(hour), Duration.ofHours(hour).plusSeconds(2));
        }

        InMemoryDocuments documents = folded();

        assertThat(Objects.requireNonNull(documents.get(CustodyFold.RECORDS, "c1"))
                        .late())
                .isZero();
        assertThat(batches(documents)).isEmpty();
    }

    /** Six cells in half a minute, each entered as it is left: quick work is no batch. */
    @Test
    void takesNoRoundForABatch() {
        rules().inTheCell();
        for (int i = 0; i < 6; i++) {
            visit(Duration.ofSeconds(3600 + 5 * i), Duration.ofSeconds(3601 + 5 * i));
        }

        assertThat(batches(folded())).isEmpty();
    }

    /** At the threshold an entry is in time, a millisecond later it is late. */
    @Test
    void isLateBeyondTheThresholdOnly() {
        rules().inTheCell();
        visit(Duration.ofHours(1), Duration.ofHours(1).plusSeconds(300));
        visit(Duration.ofHours(2), Duration.ofHours(2).plusSeconds(300).plusMillis(1));

        assertThat(Objects.requireNonNull(folded().get(CustodyFold.RECORDS, "c1"))
                        .late())
                .isEqualTo(1);
    }

    @Test
    void flagsNothingWhileNoPolicySaysWhatIsLate() {
        inTheCell();
        visit(Duration.ofHours(1), Duration.ofHours(9));

        assertThat(Objects.requireNonNull(folded().get(CustodyFold.RECORDS, "c1"))
                        .late())
                .isZero();
    }

    /** Of what is told with a whole history it is unknown how soon it was entered: it is neither late nor a batch, and is counted as such. */
    @ParameterizedTest
    @EnumSource(
            value = Origin.class,
            names = {"IMPORTED", "SIMULATED"})
    void takesHistoryToldAtOnceForNeitherLateNorABatch(Origin origin) {
        rules();
        story.from(origin).backfilled(true);
        inTheCell();
        for (int hour = 1; hour <= 8; hour++) {
            visit(Duration.ofHours(hour), Duration.ofHours(900).plusSeconds(hour));
        }
        InMemoryDocuments documents = folded();

        assertThat(late(documents)).isZero();
        assertThat(batches(documents)).isEmpty();
        List<LagCell> cells = new ArrayList<>();
        documents.forEach(CustodyFold.LAGS, (key, cell) -> cells.add(cell));
        assertThat(cells).allSatisfy(cell -> {
            assertThat(cell.origin()).isEqualTo(origin);
            assertThat(cell.lags()).isEmpty();
            assertThat(cell.late()).isZero();
        });
        assertThat(cells.stream().mapToInt(LagCell::unknown).sum()).isEqualTo(12);
    }

    @Test
    void judgesWhatASimulationTellsAsItHappens() {
        rules();
        story.from(Origin.SIMULATED);
        inTheCell();
        for (int hour = 1; hour <= 8; hour++) {
            visit(Duration.ofHours(hour), Duration.ofHours(9).plusSeconds(5L * hour));
        }
        InMemoryDocuments documents = folded();

        assertThat(late(documents)).isEqualTo(8);
        assertThat(batches(documents))
                .singleElement()
                .satisfies(batch -> assertThat(batch.origin()).isEqualTo(Origin.SIMULATED));
        LagCell cell = Objects.requireNonNull(
                documents.get(CustodyFold.LAGS, LagCell.key("unit-1", "2026-03-03", "clerk", Origin.SIMULATED)));
        assertThat(cell.lags()).hasSize(8);
        assertThat(cell.unknown()).isZero();
    }

    @Test
    void believesALateEntryThatIsToldWithAWholeHistory() {
        rules();
        story.backfilled(true);
        inTheCell();
        story.happens(
                EVENING.plus(Duration.ofHours(1)),
                new LateEntryMade(ID, "custody.cell-visit-done", "the terminal was down", null));

        assertThat(late(folded())).isEqualTo(1);
    }

    private static int late(InMemoryDocuments documents) {
        return Objects.requireNonNull(documents.get(CustodyFold.RECORDS, "c1")).late();
    }

    @Test
    void goesOnWithABatchWhileItIsBeingTyped() {
        rules().inTheCell();
        for (int i = 0; i < 5; i++) {
            visit(Duration.ofHours(i + 1), Duration.ofHours(9).plusSeconds(10L * i));
        }
        story.told(
                EVENING.plus(Duration.ofHours(9)).plusSeconds(90),
                EVENING.plus(Duration.ofHours(2)),
                new MealOffered(ID, true));
        visit(Duration.ofHours(10), Duration.ofHours(10));

        assertThat(batches(folded()))
                .singleElement()
                .satisfies(batch -> assertThat(batch.entries()).isEqualTo(6));
    }

    /** What the whiteboard says of each stay is what its own facts say, however they lie among the facts of others. */
    @Property(tries = 30)
    void saysOfEachStayWhatItsFactsSay(@ForAll long seed) {
        List<Recorded<?>> all = RandomStory.ofEveryFeature(seed, 600);
        InMemoryDocuments documents = new InMemoryDocuments(new CustodyFold());
        all.forEach(documents::apply);

        Map<String, @Nullable Custody> alone = new HashMap<>();
        Map<String, Integer> entries = new TreeMap<>();
        for (Recorded<?> recorded : all) {
            if (recorded.fact() instanceof CustodyFact fact) {
                String id = fact.custody().value();
                alone.put(id, Custody.evolve(alone.get(id), fact, recorded.occurredAt()));
                entries.merge(id, CustodyFold.isEntry(fact) ? 1 : 0, Integer::sum);
            }
        }
        Map<String, @Nullable Custody> board = new HashMap<>();
        documents.forEach(CustodyFold.RECORDS, (id, held) -> {
            board.put(id, held.custody());
            assertThat(held.entries()).isEqualTo(entries.get(id));
            assertThat(held.held()).isEqualTo(held.custody().phase().isHeld());
        });
        assertThat(board).isEqualTo(alone).isNotEmpty();
    }
}
