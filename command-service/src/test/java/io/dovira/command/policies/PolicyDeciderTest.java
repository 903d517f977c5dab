package io.dovira.command.policies;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Moment;
import io.dovira.events.Fact;
import io.dovira.events.PolicyId;
import io.dovira.events.clocks.Limit;
import io.dovira.events.policies.Policy;
import io.dovira.events.policies.PolicyFact;
import io.dovira.events.policies.PolicyHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Whatever is asked in whatever order: versions never change, the past never changes in silence, and every story replays. */
class PolicyDeciderTest {
    private static final PolicyId ID = new PolicyId("rule");
    private static final Instant NINE = Instant.parse("2026-03-02T07:00:00Z");

    private record Kept(PolicyFact fact, Instant at) {}

    @Property
    void keepsItsPromises(@ForAll("steps") List<PolicyCommand> commands) {
        PolicyHistory policy = null;
        List<Kept> story = new ArrayList<>();
        Instant now = NINE;
        for (PolicyCommand command : commands) {
            now = now.plus(Duration.ofHours(7));
            Decision decision = PolicyDecider.decide(policy, command, new PolicyPremises(Moment.now(now), true));
            if (decision instanceof Decision.Accepted yes) {
                PolicyHistory before = policy;
                for (Fact fact : yes.facts()) {
                    policy = PolicyHistory.evolve(policy, (PolicyFact) fact, now);
                    story.add(new Kept((PolicyFact) fact, now));
                }
                changesThePastOnlyWhereItSaysSo(before, policy, now);
            }
        }
        assertThat(replayed(story)).isEqualTo(policy);
    }

    private static void changesThePastOnlyWhereItSaysSo(
            @Nullable PolicyHistory before, @Nullable PolicyHistory after, Instant now) {
        if (before == null || after == null) {
            return;
        }
        boolean said = after.versions().stream().anyMatch(version -> version.retroactive() || version.withdrawn());
        for (long hours = 1; hours < 400 && !said; hours += 13) {
            Instant past = now.minus(Duration.ofHours(hours));
            assertThat(after.at(past).map(Policy::ref))
                    .isEqualTo(before.at(past).map(Policy::ref));
        }
        for (Policy old : before.versions()) {
            Policy same = after.version(old.version()).orElseThrow();
            assertThat(same.limit()).isEqualTo(old.limit());
            assertThat(same.inForceFrom()).isEqualTo(old.inForceFrom());
            assertThat(same.basis()).isEqualTo(old.basis());
        }
    }

    private static @Nullable PolicyHistory replayed(List<Kept> story) {
        PolicyHistory policy = null;
        for (Kept kept : story) {
            policy = PolicyHistory.evolve(policy, kept.fact(), kept.at());
        }
        return policy;
    }

    @Provide
    Arbitrary<List<PolicyCommand>> steps() {
        Arbitrary<Instant> instants =
                Arbitraries.longs().between(-200, 400).map(hours -> NINE.plus(Duration.ofHours(hours)));
        Arbitrary<PolicyCommand> publish = Combinators.combine(
                        Arbitraries.integers().between(1, 5),
                        instants.injectNull(0.2),
                        instants.injectNull(0.5),
                        Arbitraries.of("order No. 12").injectNull(0.5))
                .as((hours, from, until, reason) -> new PublishPolicy(
                        ID,
                        Map.of("en", "Rule"),
                        Limit.hours(hours),
                        null,
                        null,
                        List.of(),
                        Map.of("en", "Law"),
                        from,
                        until,
                        reason));
        Arbitrary<PolicyCommand> end = Combinators.combine(
                        Arbitraries.integers().between(1, 4), instants)
                .as((version, until) -> new EndPolicy(ID, version, until, "ends"));
        Arbitrary<PolicyCommand> withdraw =
                Arbitraries.integers().between(1, 4).map(version -> new WithdrawPolicy(ID, version, "wrong"));
        return Arbitraries.frequencyOf(Tuple.of(5, publish), Tuple.of(3, end), Tuple.of(1, withdraw))
                .list()
                .ofMaxSize(20);
    }
}
