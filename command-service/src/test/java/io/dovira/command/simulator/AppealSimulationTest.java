package io.dovira.command.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.appeals.Appeal;
import io.dovira.events.appeals.AppealCorrected;
import io.dovira.events.appeals.AppealCorrectionRejected;
import io.dovira.events.appeals.AppealFact;
import io.dovira.events.appeals.AppealRegistered;
import io.dovira.events.appeals.AppealState;
import io.dovira.events.appeals.Round;
import io.dovira.events.appeals.Term;
import io.dovira.events.feedback.SurveyAnswered;
import io.dovira.events.feedback.SurveyOffered;
import io.dovira.events.registers.RegisterNumberDrawn;
import io.dovira.events.visits.Channel;
import io.dovira.events.visits.ServiceFinished;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AppealSimulationTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant END = START.plus(Duration.ofDays(75));
    private static final long SEED = 20260301;

    @Test
    void tellsTheSameStoryForTheSameSeed() {
        assertThat(facts(0)).isNotEmpty().isEqualTo(facts(0));
    }

    @Test
    void visitorsAreThoseOfTheOfficeAlone() {
        List<SimulatedFact> alone = SimulatedFacts.until(END, new OfficeSimulation(profile(3), SEED, START));

        assertThat(facts(3).stream()
                        .filter(fact -> !fact.stream().matches(".*\\.a\\d{5}")
                                && !(fact.fact() instanceof RegisterNumberDrawn)))
                .containsExactlyElementsOf(alone);
    }

    @Test
    void everyStreamIsInOrder() {
        for (int office = 0; office < 4; office++) {
            SimulatedFacts.areInOrder(END, simulation(office));
        }
    }

    /** Each step was decided by the decider; here the story is read as a projection reads it. */
    @Test
    void everyAppealIsLegalAndKeepsTimeOrder() {
        for (int office = 0; office < 8; office++) {
            Map<String, Appeal> appeals = new HashMap<>();
            for (SimulatedFact fact : facts(office)) {
                if (fact.fact() instanceof AppealFact f) {
                    Appeal before = appeals.get(fact.stream());
                    assertThat(before == null || !fact.at().isBefore(before.lastAt()))
                            .isTrue();
                    appeals.put(fact.stream(), Appeal.evolve(before, f, fact.at()));
                }
            }
            assertThat(appeals).hasSizeGreaterThan(50);
        }
    }

    @Test
    void everyRegistrationHasTheNextNumberOfItsRegister() {
        Map<String, Integer> last = new HashMap<>();
        Set<String> drawn = new HashSet<>();
        Set<String> registered = new HashSet<>();
        for (SimulatedFact fact : facts(1)) {
            if (fact.fact() instanceof RegisterNumberDrawn f) {
                assertThat(f.number()).isEqualTo(last.merge(fact.stream(), 1, Integer::sum));
                drawn.add(f.text());
            } else if (fact.fact() instanceof AppealRegistered f) {
                registered.add(f.number());
            }
        }
        assertThat(registered).isNotEmpty().isEqualTo(drawn);
    }

    @Test
    void whatIsHandedInAtAVisitFollowsAVisitThatEndedThere() {
        Map<String, Instant> ended = new HashMap<>();
        for (SimulatedFact fact : SimulatedFacts.until(END, new OfficeSimulation(profile(2), SEED, START))) {
            if (fact.fact() instanceof ServiceFinished f) {
                ended.put(f.visit().value(), fact.at());
            }
        }
        int handedIn = 0;
        for (Appeal appeal : appeals(2)) {
            if (appeal.matter().channel() == Channel.IN_PERSON) {
                String visit = Objects.requireNonNull(appeal.matter().visit()).value();
                assertThat(ended.get(visit)).isBetween(appeal.receivedAt().minusSeconds(60), appeal.receivedAt());
                handedIn++;
            }
        }
        assertThat(handedIn).isGreaterThan(20);
    }

    @Test
    void someApplicantsTellHowTheyWereAnswered() {
        Map<String, Appeal> appeals = new HashMap<>();
        int asked = 0;
        int told = 0;
        for (SimulatedFact fact : facts(2)) {
            if (fact.fact() instanceof AppealFact f) {
                appeals.put(
                        f.appeal().value(), Appeal.evolve(appeals.get(f.appeal().value()), f, fact.at()));
            } else if (fact.fact() instanceof SurveyOffered f && f.appeal() != null) {
                Appeal appeal = Objects.requireNonNull(appeals.get(f.appeal().value()));
                assertThat(appeal.firstAnswerAt())
                        .hasValueSatisfying(at -> assertThat(at).isBefore(fact.at()));
                asked++;
            } else if (fact.fact() instanceof SurveyAnswered && fact.stream().matches(".*\\.a\\d{5}")) {
                told++;
            }
        }
        assertThat(asked).isGreaterThan(30);
        assertThat(told).isBetween(asked / 6, asked / 2);
    }

    @Test
    void someAreCorrectedAndWhatFiguresRestOnIsSignedBySomebodyElse() {
        int atOnce = 0;
        int approved = 0;
        int rejected = 0;
        int waiting = 0;
        for (int office = 0; office < 8; office++) {
            for (SimulatedFact fact : facts(office)) {
                if (fact.fact() instanceof AppealCorrected f) {
                    atOnce += f.proposal() == null ? 1 : 0;
                    approved += f.proposal() == null ? 0 : 1;
                    assertThat(fact.meta().actor()).endsWith(f.proposal() == null ? ".registry" : ".head");
                } else if (fact.fact() instanceof AppealCorrectionRejected) {
                    rejected++;
                }
            }
            waiting += appeals(office).stream()
                    .mapToInt(appeal -> appeal.corrections().waiting().size())
                    .sum();
        }
        System.out.printf(
                "corrections: %d at once, %d approved, %d rejected, %d waiting%n", atOnce, approved, rejected, waiting);

        assertThat(List.of(atOnce, rejected, waiting)).allMatch(many -> many > 1);
        assertThat(approved).isGreaterThan(rejected);
    }

    @Test
    void mostAreAnsweredInTermAndSomeAreNot() {
        Map<AppealState, Integer> states = new HashMap<>();
        Map<Term.Change, Integer> changes = new HashMap<>();
        int inTerm = 0;
        int late = 0;
        int again = 0;
        List<Appeal> all = new ArrayList<>();
        for (int office = 0; office < 40; office++) {
            all.addAll(appeals(office));
        }
        for (Appeal appeal : all) {
            states.merge(appeal.state(), 1, Integer::sum);
            again += appeal.rounds().size() - 1;
            for (Round round : appeal.rounds()) {
                Term term = round.term();
                var ending = round.ending();
                if (term != null && ending != null && ending.how() == AppealState.ANSWERED) {
                    changes.merge(term.change(), 1, Integer::sum);
                    inTerm += ending.at().isAfter(term.due()) ? 0 : 1;
                    late += ending.at().isAfter(term.due()) ? 1 : 0;
                }
            }
        }
        System.out.printf(
                "75 days of 40 offices: %d appeals %s, in term %d, late %d, terms %s, reopened %d%n",
                all.size(), states, inTerm, late, changes, again);

        assertThat(states.keySet()).contains(AppealState.FORWARDED, AppealState.DECLINED, AppealState.WITHDRAWN);
        assertThat(changes.keySet()).containsExactlyInAnyOrder(Term.Change.values());
        assertThat(late).isBetween(inTerm / 50, inTerm / 6);
        assertThat(again).isPositive();
    }

    private static Collection<Appeal> appeals(int office) {
        Map<String, Appeal> appeals = new HashMap<>();
        for (SimulatedFact fact : facts(office)) {
            if (fact.fact() instanceof AppealFact f) {
                appeals.put(fact.stream(), Appeal.evolve(appeals.get(fact.stream()), f, fact.at()));
            }
        }
        return appeals.values();
    }

    private static List<SimulatedFact> facts(int office) {
        return SimulatedFacts.until(END, simulation(office));
    }

    private static FrontOffice simulation(int office) {
        return new FrontOffice(profile(office), SEED, START);
    }

    private static OfficeProfile profile(int office) {
        return SimulatedRegion.offices(SEED, 40).get(office);
    }
}
