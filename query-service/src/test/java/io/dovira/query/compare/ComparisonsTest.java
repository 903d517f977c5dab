package io.dovira.query.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.dovira.access.OfficeOutsideScope;
import io.dovira.access.OfficeScope;
import io.dovira.events.OfficeId;
import io.dovira.events.Origin;
import io.dovira.query.compare.FunnelAnswer.Places;
import io.dovira.query.compare.FunnelAnswer.Row;
import io.dovira.query.platform.Office;
import io.dovira.query.platform.Problem;
import io.dovira.query.platform.ShareCounter;
import io.dovira.query.platform.ShareQuestion;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Eight offices with 80 of 100 in time, one with 50, one with four people in all; and some that were simulated. */
class ComparisonsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final Clock AT_NOON = Clock.fixed(Instant.parse("2026-03-20T10:00:00Z"), ZoneOffset.UTC);

    private final Told told = new Told();
    private final Comparisons comparisons = new Comparisons(List.of(told), AT_NOON);

    ComparisonsTest() {
        for (int i = 1; i <= 8; i++) {
            told.add("o" + i, "advice", DAY, Origin.LIVE, 80, 100);
        }
        told.add("slow", "advice", DAY, Origin.LIVE, 50, 100);
        told.add("small", "advice", DAY, Origin.LIVE, 1, 4);
        told.add("slow", "advice", DAY, Origin.SIMULATED, 500, 500);
    }

    private static OfficeScope only(String... offices) {
        return OfficeScope.only(Arrays.stream(offices).map(OfficeId::new).collect(Collectors.toSet()));
    }

    private static ShareQuestion question(Set<String> offices, Set<Origin> origins) {
        return new ShareQuestion("in-time", Set.of(), Set.of(), offices, Set.of(), Set.of(), origins, null, null, 0);
    }

    private static ShareQuestion all() {
        return question(Set.of(), Set.of());
    }

    @Test
    void namesEveryOfficeToWhomMaySeeThemAll() {
        FunnelAnswer answer = comparisons.funnel(all(), OfficeScope.all());

        assertThat(answer.origin()).isEqualTo(Origin.LIVE);
        assertThat(answer.places()).isEqualTo(new Places(9, 0, 0, 8, 0, 1, 1));
        assertThat(answer.offices()).extracting(Row::office).hasSize(10).contains("slow", "small");
        assertThat(answer.others()).isEmpty();
        assertThat(Objects.requireNonNull(answer.percent())).isCloseTo(100.0 * 691 / 904, within(1e-9));
        assertThat(answer.limits()).isNotEmpty();
        assertThat(answer.dispersion().widened()).isFalse();
    }

    @Test
    void showsTheOthersAsDotsWithoutANameToWhomMaySeeAFew() {
        FunnelAnswer answer = comparisons.funnel(all(), only("o1", "small"));

        assertThat(answer.offices()).extracting(Row::office).containsExactly("o1", "small");
        assertThat(answer.others()).hasSize(8);
        assertThat(answer.others())
                .filteredOn(other -> other.place() == Place.WORSE)
                .hasSize(1);
        assertThat(answer.places().judged()).as("the limits are those of all").isEqualTo(9);
        assertThat(answer.percent())
                .isEqualTo(comparisons.funnel(all(), OfficeScope.all()).percent());
    }

    @Test
    void refusesToCompareWithSoFewOthersThatTheirFiguresWouldBeGivenAway() {
        assertThat(comparisons.funnel(all(), only("o1", "o2", "o3", "o4", "o5")).others())
                .hasSize(4);
        assertThatThrownBy(() -> comparisons.funnel(all(), only("o1", "o2", "o3", "o4", "o5", "o6")))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(String.valueOf(problem.getBody().getType()))
                                .endsWith("too-few-others"));
        assertThat(comparisons
                        .funnel(all(), only("o1", "o2", "o3", "o4", "o5", "o6", "o7", "o8", "slow", "small"))
                        .others())
                .isEmpty();
    }

    @Test
    void tellsOfNoServiceThatTooFewOthersGive() {
        for (int i = 2; i <= 6; i++) {
            told.add("o" + i, "permits", DAY, Origin.LIVE, 7, 10);
        }
        told.add("o1", "own", DAY, Origin.LIVE, 9, 10);
        told.add("o1", "rare", DAY, Origin.LIVE, 9, 10);
        told.add("o8", "rare", DAY, Origin.LIVE, 1, 10);
        told.add("slow", "alone", DAY, Origin.LIVE, 1, 10);

        assertThat(services(OfficeScope.all())).containsExactly("advice", "alone", "own", "permits", "rare");
        assertThat(services(only("o1"))).containsExactly("advice", "own", "permits");
        assertThat(services(only("o1", "o2"))).as("four give permits").containsExactly("advice", "own");
        assertThat(services(only("slow"))).containsExactly("advice", "alone", "permits");
    }

    private List<String> services(OfficeScope scope) {
        return comparisons.funnel(all(), scope).services().stream()
                .map(FunnelAnswer.OfService::service)
                .toList();
    }

    @Test
    void neverMixesOrigins() {
        assertThat(comparisons.funnel(all(), OfficeScope.all()).origins())
                .extracting(FunnelAnswer.OfOrigin::origin)
                .containsExactly(Origin.LIVE, Origin.SIMULATED);
        assertThat(comparisons
                        .funnel(question(Set.of(), Set.of(Origin.SIMULATED)), OfficeScope.all())
                        .offices())
                .extracting(Row::office)
                .containsExactly("slow");
    }

    @Test
    void hasAnAnswerWhereThereIsNothing() {
        FunnelAnswer answer = comparisons.funnel(question(Set.of(), Set.of(Origin.IMPORTED)), OfficeScope.all());

        assertThat(answer.origin()).isNull();
        assertThat(answer.percent()).isNull();
        assertThat(answer.offices()).isEmpty();
        assertThat(comparisons
                        .control(
                                new ControlQuestion(question(Set.of("o1"), Set.of(Origin.IMPORTED)), "o1", Bucket.DAY),
                                OfficeScope.all())
                        .points())
                .isEmpty();
    }

    @Test
    void followsOneOfficeDayByDay() {
        for (int i = 1; i < 15; i++) {
            told.add("o1", "advice", DAY.plusDays(i), Origin.LIVE, i == 9 ? 10 : 80 + i % 3, 100);
        }
        ControlAnswer answer = comparisons.control(
                new ControlQuestion(question(Set.of("o1"), Set.of()), "o1", Bucket.DAY), only("o1"));

        assertThat(answer.points()).hasSize(15);
        assertThat(answer.officeName()).containsEntry("en", "Office o1");
        assertThat(answer.limits()).isNotNull();
        assertThat(answer.points().get(9).signals()).contains(Signal.OUTSIDE);
        assertThatThrownBy(() -> comparisons.control(
                        new ControlQuestion(question(Set.of("slow"), Set.of()), "slow", Bucket.DAY), only("o1")))
                .isInstanceOf(OfficeOutsideScope.class);
    }

    /** A counter that has been told everything. */
    private static final class Told implements ShareCounter {
        private final List<Entry> entries = new ArrayList<>();

        private record Entry(String office, String service, LocalDate day, Origin origin, long part, long whole) {}

        void add(String office, String service, LocalDate day, Origin origin, long part, long whole) {
            entries.add(new Entry(office, service, day, origin, part, whole));
        }

        @Override
        public List<String> measures() {
            return List.of("in-time");
        }

        @Override
        public Counted count(ShareQuestion question, OfficeScope scope, Tally tally) {
            question.offices().forEach(id -> scope.require(new OfficeId(id)));
            for (Entry entry : entries) {
                boolean wanted =
                        question.offices().isEmpty() || question.offices().contains(entry.office());
                boolean ofOrigin =
                        question.origins().isEmpty() || question.origins().contains(entry.origin());
                if (wanted && ofOrigin && scope.allows(new OfficeId(entry.office()))) {
                    tally.take(
                            office(entry.office()),
                            entry.service(),
                            entry.day(),
                            entry.origin(),
                            entry.part(),
                            entry.whole());
                }
            }
            return new Counted(List.of(), 42, 30, null);
        }

        private static Office office(String id) {
            return new Office(
                    id,
                    Map.of("en", "Office " + id),
                    "police",
                    Map.of("en", "Police"),
                    "west",
                    Map.of("en", "West"),
                    "Europe/Kyiv",
                    List.of(),
                    List.of(),
                    false);
        }
    }
}
