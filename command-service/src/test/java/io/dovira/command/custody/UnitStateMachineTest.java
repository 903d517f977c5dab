package io.dovira.command.custody;

import static io.dovira.command.custody.Sample.EIGHT;
import static io.dovira.command.custody.Sample.UNIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Lateness;
import io.dovira.command.platform.Moment;
import io.dovira.events.CustodyId;
import io.dovira.events.Fact;
import io.dovira.events.PersonId;
import io.dovira.events.custody.ArrivalFact.PersonApprehended;
import io.dovira.events.custody.Custody;
import io.dovira.events.custody.CustodyUnit;
import io.dovira.events.custody.CustodyUnit.Held;
import io.dovira.events.custody.DetentionGround;
import io.dovira.events.custody.RecordFact.PersonHandedOver;
import io.dovira.events.custody.UnitFact;
import io.dovira.events.custody.UnitFact.HandoverOffered;
import io.dovira.events.custody.UnitFact.PersonAdmitted;
import io.dovira.events.custody.UnitFact.PersonLeft;
import io.dovira.events.custody.UnitFact.ShiftHandedOver;
import io.dovira.eventstore.codec.RecordCodecs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** Whoever signs, in whatever order: a shift goes from one person to another, and the record of everybody who is held then says so. */
class UnitStateMachineTest {
    enum Kind {
        ADMIT,
        LEAVE,
        OFFER,
        TAKE
    }

    /** @param late seconds between its happening and its report; negative for a clock that runs ahead */
    record Step(Kind kind, int person, int seconds, int late) {}

    record Kept(UnitFact fact, Instant at) {}

    private final List<Kept> story = new ArrayList<>();
    private @Nullable CustodyUnit unit;

    @Property(tries = 300)
    void handsAShiftFromOnePersonToAnother(@ForAll("steps") List<Step> steps) {
        story.clear();
        unit = null;
        Instant now = EIGHT;
        for (Step step : steps) {
            now = now.plusSeconds(step.seconds());
            CustodyId custody = new CustodyId("c" + step.person());
            boolean held = unit != null
                    && unit.held().stream().anyMatch(each -> each.custody().equals(custody));
            switch (step.kind()) {
                case ADMIT -> {
                    if (!held) {
                        keep(new PersonAdmitted(UNIT, custody, new PersonId("d-" + step.person())), now);
                    }
                }
                case LEAVE -> {
                    if (held) {
                        keep(new PersonLeft(UNIT, custody), now);
                    }
                }
                case OFFER -> sign(new OfferHandover(UNIT), step, now);
                case TAKE -> sign(new TakeOver(UNIT), step, now);
            }
            assertThat(replayed()).isEqualTo(unit);
        }
        story.forEach(
                kept -> Statistics.label("fact").collect(kept.fact().getClass().getSimpleName()));
        Statistics.label("fact").coverage(coverage -> {
            for (Class<?> fact : UnitFact.class.getPermittedSubclasses()) {
                coverage.check(fact.getSimpleName()).count(count -> count > 10);
            }
        });
    }

    private void sign(UnitCommand command, Step step, Instant now) {
        CustodyUnit before = unit;
        String actor = "p-" + step.person();
        List<Custody> records = before == null
                ? List.of()
                : before.held().stream().map(UnitStateMachineTest::record).toList();
        Moment moment = Lateness.moment(now, step.late());
        Decision decision = UnitDecider.decide(before, command, new UnitPremises(moment, actor, records));
        if (decision instanceof Decision.Accepted yes) {
            assertThat(before).isNotNull();
            Instant at = yes.at() == null ? moment.occurredAt() : yes.at();
            assertThat(at).isAfterOrEqualTo(Objects.requireNonNull(before).lastAt());
            holds(before, command, actor, yes.facts());
            keep((UnitFact) yes.facts().getLast(), at);
        }
    }

    private static void holds(CustodyUnit before, UnitCommand command, String actor, List<? extends Fact> facts) {
        int next = before.handovers() + 1;
        switch (command) {
            case OfferHandover ignored -> assertThat(facts).isEqualTo(List.of(new HandoverOffered(UNIT, next, actor)));
            case TakeOver ignored -> {
                String from = Objects.requireNonNull(before.offeredBy());
                assertThat(from).isNotEqualTo(actor);
                List<CustodyId> told = facts.stream()
                        .filter(PersonHandedOver.class::isInstance)
                        .map(PersonHandedOver.class::cast)
                        .map(PersonHandedOver::custody)
                        .toList();
                assertThat(told)
                        .isEqualTo(before.held().stream().map(Held::custody).toList());
                assertThat(facts.getLast()).isEqualTo(new ShiftHandedOver(UNIT, next, from, actor, told.size()));
                assertThat(facts).hasSize(told.size() + 1);
            }
        }
    }

    private static Custody record(Held held) {
        return Custody.evolve(
                null,
                new PersonApprehended(
                        held.custody(), held.person(), UNIT, DetentionGround.WITHOUT_RULING, false, false),
                EIGHT);
    }

    private void keep(UnitFact fact, Instant at) {
        story.add(new Kept(fact, at));
        unit = CustodyUnit.evolve(unit, fact, at);
    }

    /** As a reader of the log would fold it: every fact through its stored form. */
    private @Nullable CustodyUnit replayed() {
        @Nullable CustodyUnit read = null;
        for (Kept kept : story) {
            UnitFact fact = kept.fact();
            read = CustodyUnit.evolve(
                    read, RecordCodecs.decode(RecordCodecs.encode((Record) fact), fact.getClass()), kept.at());
        }
        return read;
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(3, Kind.ADMIT),
                                Tuple.of(2, Kind.LEAVE),
                                Tuple.of(3, Kind.OFFER),
                                Tuple.of(4, Kind.TAKE)),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(0, 60),
                        Lateness.seconds())
                .as(Step::new)
                .list()
                .ofMinSize(10)
                .ofMaxSize(40);
    }
}
