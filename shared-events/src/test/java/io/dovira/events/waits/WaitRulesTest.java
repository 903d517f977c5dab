package io.dovira.events.waits;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.Meta;
import io.dovira.events.Origin;
import io.dovira.events.PolicyId;
import io.dovira.events.Recorded;
import io.dovira.events.TimeQuality;
import io.dovira.events.clocks.Limit;
import io.dovira.events.policies.KnownPolicies;
import io.dovira.events.policies.PolicyEnded;
import io.dovira.events.policies.PolicyFact;
import io.dovira.events.policies.PolicyPublished;
import io.dovira.events.policies.PolicyWithdrawn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitRulesTest {
    private static final PolicyId EVERYWHERE = KnownPolicies.VISIT_WAIT;
    private static final PolicyId ADVICE = new PolicyId("visit-wait-advice");
    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
    private static final long NOW = Long.MAX_VALUE;

    private WaitRules rules = WaitRules.NONE;
    private long position;

    private WaitRulesTest tell(PolicyFact fact) {
        position++;
        Meta meta = new Meta("admin", "admin", "c", null, null, TimeQuality.EXACT, Origin.LIVE);
        rules = WaitRules.evolve(
                rules, new Recorded<>(position, "e" + position, "s", position, MARCH, MARCH, meta, fact), fact);
        return this;
    }

    private static PolicyPublished published(PolicyId policy, int version, Limit limit, Instant from) {
        return new PolicyPublished(
                policy,
                version,
                Map.of("en", "A wait"),
                limit,
                null,
                null,
                List.of(),
                Map.of("en", "An order"),
                from,
                null,
                true,
                "x");
    }

    private @Nullable Integer of(String service, Instant at) {
        return rules.seconds(null, service, at, NOW);
    }

    @Test
    void sayNothingWhereNothingIsPublished() {
        assertThat(of("advice", MARCH)).isNull();
        assertThat(rules.seconds(600, "advice", MARCH, NOW)).isEqualTo(600);
    }

    @Test
    void giveWayToWhatTheOfficePromisesAndToTheRuleOfTheService() {
        tell(published(EVERYWHERE, 1, Limit.seconds(900), JANUARY))
                .tell(published(ADVICE, 1, Limit.seconds(300), MARCH));

        assertThat(of("permit", MARCH)).isEqualTo(900);
        assertThat(of("advice", MARCH)).isEqualTo(300);
        assertThat(of("advice", JANUARY))
                .as("before the service had a rule of its own")
                .isEqualTo(900);
        assertThat(rules.seconds(1_200, "advice", MARCH, NOW)).isEqualTo(1_200);
        assertThat(of("permit", JANUARY.minusMillis(1))).isNull();
    }

    /** Days of 23, 25 and 24 hours in Kyiv: a rule begins with the local day that its order names, whatever the clocks do. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-29, 2026-03-28T22:00:00Z",
        "2026-10-25, 2026-10-24T21:00:00Z",
        "2026-10-26, 2026-10-25T22:00:00Z"
    })
    void holdFromTheFirstInstantOfTheirDay(LocalDate day, Instant begins) {
        Instant midnight = day.atStartOfDay(ZoneId.of("Europe/Kyiv")).toInstant();
        assertThat(midnight).isEqualTo(begins);
        tell(published(EVERYWHERE, 1, Limit.seconds(900), JANUARY))
                .tell(published(EVERYWHERE, 2, Limit.seconds(600), midnight));

        assertThat(of("advice", midnight.minusMillis(1))).isEqualTo(900);
        assertThat(of("advice", midnight)).isEqualTo(600);
        assertThat(of(
                        "advice",
                        day.plusDays(1).atStartOfDay(ZoneId.of("Europe/Kyiv")).toInstant()))
                .isEqualTo(600);
    }

    @Test
    void areThoseThatWereKnownWhenTheWaitWasTold() {
        tell(published(EVERYWHERE, 1, Limit.seconds(900), JANUARY))
                .tell(published(EVERYWHERE, 2, Limit.seconds(600), JANUARY));

        assertThat(rules.seconds(null, "advice", MARCH, 1))
                .as("told before there was a rule")
                .isNull();
        assertThat(rules.seconds(null, "advice", MARCH, 2)).isEqualTo(900);
        assertThat(rules.seconds(null, "advice", MARCH, 3)).isEqualTo(600);
    }

    @Test
    void leaveTheRuleBehindThemWhenTheyEndOrAreWithdrawn() {
        tell(published(EVERYWHERE, 1, Limit.seconds(900), JANUARY))
                .tell(published(ADVICE, 1, Limit.seconds(300), JANUARY))
                .tell(new PolicyEnded(ADVICE, 1, MARCH, false, "no longer"))
                .tell(published(EVERYWHERE, 2, Limit.seconds(60), MARCH))
                .tell(new PolicyWithdrawn(EVERYWHERE, 2, "a slip"));

        assertThat(of("advice", MARCH.minusMillis(1))).isEqualTo(300);
        assertThat(of("advice", MAY)).isEqualTo(900);
        assertThat(rules.seconds(null, "permit", MAY, 5))
                .as("told before the withdrawal")
                .isEqualTo(60);
    }

    @Test
    void needSecondsOfADayAtMost() {
        assertThat(WaitRules.isTarget(null)).isFalse();
        assertThat(WaitRules.isTarget(Limit.days(1))).isFalse();
        assertThat(WaitRules.isTarget(Limit.hours(24))).isTrue();
        assertThat(WaitRules.isTarget(Limit.seconds(86_401))).isFalse();
        tell(published(EVERYWHERE, 1, Limit.days(1), JANUARY));
        assertThat(of("advice", MARCH)).isNull();
    }

    @Test
    void areAboutWaitsOnly() {
        assertThat(WaitRules.concerns(EVERYWHERE)).isTrue();
        assertThat(WaitRules.concerns(ADVICE)).isTrue();
        assertThat(WaitRules.concerns(new PolicyId("visit-waiting-room"))).isFalse();
        assertThat(WaitRules.concerns(KnownPolicies.FEEDBACK_SMALL_N)).isFalse();
    }
}
