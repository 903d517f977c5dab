package io.dovira.command.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.DeskId;
import io.dovira.events.Origin;
import io.dovira.events.clocks.Limit;
import io.dovira.events.feedback.SurveyAnswered;
import io.dovira.events.offices.DeskInstalled;
import io.dovira.events.offices.DeskOpened;
import io.dovira.events.policies.KnownPolicies;
import io.dovira.events.policies.Policy;
import io.dovira.events.policies.PolicyBook;
import io.dovira.events.policies.PolicyPublished;
import io.dovira.events.tickets.TicketNumberDrawn;
import io.dovira.events.visits.Leg;
import io.dovira.events.visits.LegState;
import io.dovira.events.visits.TicketIssued;
import io.dovira.events.visits.Visit;
import io.dovira.events.visits.VisitCorrected;
import io.dovira.events.visits.VisitCorrectionProposed;
import io.dovira.events.visits.VisitCorrectionRejected;
import io.dovira.events.visits.VisitFact;
import io.dovira.events.visits.VisitorArrived;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OfficeSimulationTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final long SEED = 20260301;
    private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");

    @Test
    void tellsTheSameStoryForTheSameSeed() {
        OfficeProfile office = SimulatedRegion.offices(SEED, 1).getFirst();

        assertThat(facts(office, SEED, 3)).isNotEmpty().isEqualTo(facts(office, SEED, 3));
        assertThat(facts(office, SEED, 3)).isNotEqualTo(facts(office, SEED + 1, 3));
    }

    /** Every step is decided by a decider: a refusal would end the simulation. Over the change to summer time. */
    @Property(tries = 20)
    void isNeverRefusedAnything(@ForAll long seed) {
        List<OfficeProfile> offices = SimulatedRegion.offices(seed, 40);
        OfficeProfile office = offices.get((int) Math.floorMod(seed, 40L));

        assertThat(new Feed(new FrontOffice(office, seed, START)).takeUntil(START.plus(Duration.ofDays(35))))
                .isNotEmpty();
    }

    /** In the middle of the month of the demo, so that the figures show it; known before, so that it holds for nobody who already waits. */
    @Test
    void tellsHowLongVisitorsMayWaitAndAShorterTimeLater() {
        Simulation office =
                FrontOffice.withOrders(SimulatedRegion.offices(SEED, 1).getFirst(), SEED, START);
        PolicyBook book = PolicyBook.empty();
        List<SimulatedFact> told = new Feed(office)
                .takeUntil(START.plus(Duration.ofDays(20))).stream()
                        .flatMap(commit -> commit.facts().stream())
                        .toList();
        assertThat(told.getFirst().fact()).as("before anybody waits").isInstanceOf(PolicyPublished.class);
        for (SimulatedFact fact : told) {
            book = book.after(fact.fact(), fact.at());
        }

        List<Policy> orders =
                book.history(KnownPolicies.VISIT_WAIT).orElseThrow().versions();
        assertThat(orders).extracting(Policy::limit).containsExactly(Limit.seconds(900), Limit.seconds(600));
        assertThat(orders).extracting(Policy::retroactive).containsExactly(false, false);
        assertThat(orders.getFirst().inForceFrom()).isEqualTo(START);
        LocalDate day = LocalDate.ofInstant(START, KYIV).plusDays(14);
        assertThat(orders.getLast().inForceFrom())
                .isEqualTo(day.atStartOfDay(KYIV).toInstant());
    }

    @Test
    void yieldsCommitsInTheOrderOfTime() {
        for (OfficeProfile office : SimulatedRegion.offices(SEED, 3)) {
            OfficeSimulation simulation = new OfficeSimulation(office, SEED, START);
            Instant last = START;
            for (int i = 0; i < 5_000; i++) {
                Instant first = simulation.next().facts().getFirst().at();
                assertThat(first).isAfterOrEqualTo(last);
                last = first;
            }
        }
    }

    /** Whoever tries the desk page of the demo finds a place. */
    @Test
    void leavesADeskOfEachOfficeToPeople() {
        for (OfficeProfile office : SimulatedRegion.offices(SEED, 10)) {
            Set<DeskId> free = new HashSet<>();
            for (SimulatedFact fact : facts(office, SEED, 3)) {
                if (fact.fact() instanceof DeskInstalled f) {
                    free.add(f.desk());
                } else if (fact.fact() instanceof DeskOpened f) {
                    free.remove(f.desk());
                }
            }
            assertThat(free).as(office.id().value()).hasSize(1);
        }
    }

    @Test
    void numbersEveryStreamDenselyAndEveryEventOnce() {
        for (OfficeProfile office : SimulatedRegion.offices(SEED, 4)) {
            Map<String, Long> next = new HashMap<>();
            Set<String> ids = new HashSet<>();
            for (SimulatedFact fact : facts(office, SEED, 10)) {
                assertThat(fact.sequence()).isEqualTo(next.merge(fact.stream(), 1L, Long::sum) - 1);
                assertThat(ids.add(fact.eventId())).isTrue();
            }
        }
    }

    @Test
    void everyVisitIsLegalAndKeepsTimeOrder() {
        for (OfficeProfile office : SimulatedRegion.offices(SEED, 6)) {
            Map<String, Visit> visits = new HashMap<>();
            for (SimulatedFact fact : facts(office, SEED, 10)) {
                if (fact.fact() instanceof VisitFact visitFact) {
                    Visit before = visits.get(fact.stream());
                    Leg open = before == null ? null : before.lastLeg();
                    if (open != null && !isCorrection(visitFact)) {
                        assertThat(open.state().isEnded())
                                .as("%s after the end", fact)
                                .isFalse();
                        assertThat(fact.at()).isAfterOrEqualTo(open.lastAt());
                    }
                    visits.put(fact.stream(), Visit.evolve(before, visitFact, fact.at()));
                }
            }
            assertThat(visits).hasSizeGreaterThan(200);
        }
    }

    private static boolean isCorrection(VisitFact fact) {
        return fact instanceof VisitCorrected
                || fact instanceof VisitCorrectionProposed
                || fact instanceof VisitCorrectionRejected;
    }

    @Test
    void someVisitsAreSetRightMostlyWhenAnotherPersonHasSigned() {
        Map<String, Visit> visits = new HashMap<>();
        int atOnce = 0;
        int approved = 0;
        int rejected = 0;
        for (OfficeProfile office : SimulatedRegion.offices(SEED, 6)) {
            for (SimulatedFact fact : facts(office, SEED, 21)) {
                if (fact.fact() instanceof VisitFact visitFact) {
                    if (visitFact instanceof VisitCorrected f) {
                        atOnce += f.proposal() == null ? 1 : 0;
                        approved += f.proposal() == null ? 0 : 1;
                        assertThat(f.proposal() == null ? null : fact.meta().actor())
                                .isEqualTo(f.approvedBy());
                    }
                    rejected += visitFact instanceof VisitCorrectionRejected ? 1 : 0;
                    visits.put(fact.stream(), Visit.evolve(visits.get(fact.stream()), visitFact, fact.at()));
                }
            }
        }
        int waiting = visits.values().stream()
                .mapToInt(visit -> visit.corrections().waiting().size())
                .sum();
        System.out.printf(
                "corrections of %d visits: %d at once, %d approved, %d rejected, %d waiting%n",
                visits.size(), atOnce, approved, rejected, waiting);
        assertThat(List.of(atOnce, approved, rejected, waiting)).allMatch(count -> count > 0);
    }

    /** As {@code NumberRoll} counts: from 1 in each local day, without gaps, and the ticket bears the number. */
    @Test
    void everyVisitorHasTheNextNumberOfTheDay() {
        Map<LocalDate, Integer> last = new HashMap<>();
        Map<String, String> tickets = new HashMap<>();
        for (SimulatedFact fact : facts(SimulatedRegion.offices(SEED, 1).getFirst(), SEED, 10)) {
            if (fact.fact() instanceof TicketIssued f) {
                tickets.put(f.visit().value(), f.ticket());
            } else if (fact.fact() instanceof TicketNumberDrawn f) {
                assertThat(f.day()).isEqualTo(LocalDate.ofInstant(fact.at(), KYIV));
                assertThat(f.number()).isEqualTo(last.merge(f.day(), 1, Integer::sum));
                assertThat(tickets.get(f.visit().value())).isEqualTo(f.text(letter(tickets, f)));
            }
        }
        assertThat(last).hasSizeGreaterThan(8);
    }

    private static String letter(Map<String, String> tickets, TicketNumberDrawn drawn) {
        return Objects.requireNonNull(tickets.get(drawn.visit().value())).substring(0, 1);
    }

    @Test
    void queuesFormAndClearAndVisitorsAnswer() {
        List<Duration> waits = new ArrayList<>();
        Map<String, Visit> visits = new HashMap<>();
        int answers = 0;
        for (OfficeProfile office : SimulatedRegion.offices(SEED, 40)) {
            for (SimulatedFact fact : facts(office, SEED, 7)) {
                assertThat(fact.meta().origin()).isEqualTo(Origin.SIMULATED);
                if (fact.fact() instanceof VisitFact visitFact) {
                    visits.put(fact.stream(), Visit.evolve(visits.get(fact.stream()), visitFact, fact.at()));
                } else if (fact.fact() instanceof SurveyAnswered) {
                    answers++;
                }
            }
        }
        Map<LegState, Integer> ends = new HashMap<>();
        for (Visit visit : visits.values()) {
            for (Leg leg : visit.legs()) {
                ends.merge(leg.state(), 1, Integer::sum);
                leg.waiting().ifPresent(waits::add);
            }
        }
        waits.sort(null);
        Duration p50 = waits.get(waits.size() / 2);
        Duration p90 = waits.get(waits.size() * 9 / 10);
        System.out.printf(
                "a week of 40 offices: %d visits, ends %s, wait p50 %s p90 %s, answers %d%n",
                visits.size(), ends, p50, p90, answers);

        assertThat(p50).isBetween(Duration.ofSeconds(10), Duration.ofMinutes(15));
        assertThat(p90).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(60));
        assertThat(ends.getOrDefault(LegState.ABANDONED, 0)).isBetween(visits.size() / 200, visits.size() / 5);
        assertThat(ends.getOrDefault(LegState.NO_SHOW, 0)).isPositive();
        assertThat(ends.getOrDefault(LegState.TRANSFERRED, 0)).isPositive();
        assertThat(answers).isPositive();
    }

    @Test
    void isBusierInTheMorningThanAtNight() {
        long night = 0;
        long morning = 0;
        for (SimulatedFact fact : facts(SimulatedRegion.offices(SEED, 1).getFirst(), SEED, 28)) {
            if (fact.fact() instanceof VisitorArrived) {
                int hour = fact.at().atZone(KYIV).getHour();
                night += hour < 5 ? 1 : 0;
                morning += hour >= 8 && hour < 13 ? 1 : 0;
            }
        }
        assertThat(night).isPositive();
        assertThat(morning).isGreaterThan(night * 5);
    }

    private static List<SimulatedFact> facts(OfficeProfile office, long seed, int days) {
        OfficeSimulation simulation = new OfficeSimulation(office, seed, START);
        Instant end = START.plus(Duration.ofDays(days));
        return Stream.generate(simulation::next)
                .takeWhile(commit -> commit.at().isBefore(end))
                .flatMap(commit -> commit.facts().stream())
                .toList();
    }
}
