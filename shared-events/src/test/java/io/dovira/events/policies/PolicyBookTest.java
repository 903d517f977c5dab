package io.dovira.events.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dovira.events.CalendarId;
import io.dovira.events.Fact;
import io.dovira.events.PolicyId;
import io.dovira.events.clocks.Calendar;
import io.dovira.events.clocks.Limit;
import io.dovira.events.clocks.WeeklyHours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PolicyBookTest {
    private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");
    private static final PolicyId POLICY = new PolicyId("detention");
    private static final CalendarId CALENDAR = new CalendarId("office");
    private static final Instant LAW = Instant.parse("2012-11-19T22:00:00Z");
    private static final Instant MARTIAL_LAW = Instant.parse("2022-04-30T21:00:00Z");
    private static final Instant PEACE = Instant.parse("2027-01-01T00:00:00Z");

    @Test
    void judgesEachCaseByTheRuleOfItsDay() {
        PolicyBook book = book(published(1, Limit.hours(72), LAW), published(2, Limit.hours(216), MARTIAL_LAW));

        assertThat(book.due(POLICY, Instant.parse("2022-04-30T20:59:59.999Z"), KYIV))
                .contains(new Due("detention@1", Instant.parse("2022-05-03T20:59:59.999Z")));
        assertThat(book.due(POLICY, MARTIAL_LAW, KYIV))
                .contains(new Due("detention@2", Instant.parse("2022-05-09T21:00:00Z")));
        assertThat(book.due(POLICY, LAW.minusMillis(1), KYIV))
                .as("before there was a rule")
                .isEmpty();
    }

    @Test
    void judgesTheSameCaseByAnotherVersionWhenAsked() {
        PolicyBook book = book(published(1, Limit.hours(72), LAW), published(2, Limit.hours(216), MARTIAL_LAW));
        Instant start = Instant.parse("2026-03-02T07:00:00Z");

        assertThat(book.deadline(book.named("detention@1").orElseThrow(), start, KYIV))
                .isEqualTo("2026-03-05T07:00:00Z");
        assertThat(book.deadline(book.named("detention@2").orElseThrow(), start, KYIV))
                .isEqualTo("2026-03-11T07:00:00Z");
        assertThat(book.named("detention@3")).isEmpty();
        assertThat(book.named("detention")).isEmpty();
        assertThat(book.named("detention@99999999999")).isEmpty();
        assertThat(book.named("nothing@1")).isEmpty();
    }

    @Test
    void fallsBackToTheRuleWhenTheExceptionEnds() {
        PolicyBook book = book(
                published(1, Limit.hours(72), LAW),
                published(2, Limit.hours(216), MARTIAL_LAW),
                new PolicyEnded(POLICY, 2, PEACE, false, "martial law ended"));

        assertThat(book.at(POLICY, PEACE.minusMillis(1)).map(Policy::version)).contains(2);
        assertThat(book.at(POLICY, PEACE).map(Policy::version)).contains(1);
    }

    @Test
    void doesNotChooseWhatWasWithdrawnButStillKnowsIt() {
        PolicyBook book = book(
                published(1, Limit.hours(72), LAW),
                published(2, Limit.hours(2), LAW),
                new PolicyWithdrawn(POLICY, 2, "a zero was missing"));

        assertThat(book.at(POLICY, MARTIAL_LAW).map(Policy::version)).contains(1);
        assertThat(book.named("detention@2").map(Policy::limit)).contains(Limit.hours(2));
    }

    @Test
    void saysWhatWasKnownWhereItWasFoldedTo() {
        PolicyBook before = book(published(1, Limit.hours(72), LAW));
        PolicyBook after = before.after(published(2, Limit.hours(216), LAW), MARTIAL_LAW);

        assertThat(before.at(POLICY, MARTIAL_LAW).map(Policy::version)).contains(1);
        assertThat(after.at(POLICY, MARTIAL_LAW).map(Policy::version)).contains(2);
    }

    @Test
    void countsByTheCalendarThatThePolicyNames() {
        CalendarPublished mondays = new CalendarPublished(
                CALENDAR,
                Map.of("en", "Mondays"),
                LocalDate.parse("2026-01-01"),
                List.of(new WeeklyHours(DayOfWeek.MONDAY, "09:00", "10:00")),
                List.of(),
                Map.of("en", "House rule"),
                false,
                null);
        PolicyBook book = book(mondays, published(1, Limit.workingHours(2), LAW));

        assertThat(book.due(POLICY, Instant.parse("2026-03-02T07:00:00Z"), KYIV).map(Due::at))
                .contains(Instant.parse("2026-03-09T08:00:00Z"));
        assertThat(PolicyBook.empty().calendar(book.at(POLICY, LAW).orElseThrow()))
                .as("a calendar that nobody published")
                .isSameAs(Calendar.ALWAYS);
    }

    @Test
    void keepsNumbersBesideLimits() {
        PolicyBook book = book(new PolicyPublished(
                POLICY,
                1,
                Map.of("en", "Small n"),
                null,
                30,
                null,
                List.of(),
                Map.of("en", "House rule"),
                LAW,
                null,
                false,
                null));

        assertThat(book.number(POLICY, MARTIAL_LAW)).hasValue(30);
        assertThat(book.number(POLICY, LAW.minusMillis(1))).isEmpty();
        assertThat(book.due(POLICY, MARTIAL_LAW, KYIV)).isEmpty();
    }

    @Test
    void refusesFactsThatCannotFollow() {
        PolicyBook book = book(published(1, Limit.hours(72), LAW));

        assertThatThrownBy(() -> book.after(published(3, Limit.hours(1), LAW), LAW))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> book.after(new PolicyWithdrawn(POLICY, 2, "none"), LAW))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesPoliciesThatSayNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> published(0, Limit.hours(1), LAW));
        assertThatIllegalArgumentException().isThrownBy(() -> published(1, null, LAW));
        assertThatIllegalArgumentException()
                .as("retroactive without a reason")
                .isThrownBy(() -> new PolicyPublished(
                        POLICY,
                        1,
                        Map.of("en", "Rule"),
                        Limit.hours(1),
                        null,
                        null,
                        List.of(),
                        Map.of("en", "Law"),
                        LAW,
                        null,
                        true,
                        " "));
        assertThatIllegalArgumentException()
                .as("ends before it begins")
                .isThrownBy(() -> new PolicyPublished(
                        POLICY,
                        1,
                        Map.of("en", "Rule"),
                        Limit.hours(1),
                        null,
                        null,
                        List.of(),
                        Map.of("en", "Law"),
                        LAW,
                        LAW,
                        false,
                        null));
        assertThatIllegalArgumentException()
                .as("working time by no calendar")
                .isThrownBy(() -> new PolicyPublished(
                        POLICY,
                        1,
                        Map.of("en", "Rule"),
                        Limit.workingDays(1),
                        null,
                        null,
                        List.of(),
                        Map.of("en", "Law"),
                        LAW,
                        null,
                        false,
                        null));
    }

    private static PolicyBook book(Fact... facts) {
        PolicyBook book = PolicyBook.empty();
        for (Fact fact : facts) {
            book = book.after(fact, Instant.parse("2026-01-01T00:00:00Z"));
        }
        return book;
    }

    private static PolicyPublished published(int version, @Nullable Limit limit, Instant from) {
        return new PolicyPublished(
                POLICY,
                version,
                Map.of("en", "Detention"),
                limit,
                null,
                CALENDAR,
                List.of(),
                Map.of("en", "Law"),
                from,
                null,
                false,
                null);
    }
}
