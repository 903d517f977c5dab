package io.dovira.events.policies;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.Fact;
import io.dovira.events.PolicyId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The statutory clocks of the built-in set. Times are local; the last instant in time is wanted. */
class ClockTableTest {
    private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");
    private final PolicyBook book = BuiltInPolicies.book();

    @ParameterizedTest
    @CsvSource({
        // Law on appeals, art. 20: 15 days from receipt, one month, 45 days in all; weekends and holidays count.
        "appeal-simple,   2026-03-02T17:59, 2026-03-17T23:59:59.999, 1",
        "appeal-simple,   2026-03-14T00:00, 2026-03-29T23:59:59.999, 1",
        "appeal-normal,   2026-03-02T17:59, 2026-04-02T23:59:59.999, 1",
        "appeal-normal,   2026-01-31T10:00, 2026-02-28T23:59:59.999, 1",
        "appeal-normal,   2028-01-31T10:00, 2028-02-29T23:59:59.999, 1",
        "appeal-normal,   2026-12-31T23:59, 2027-01-31T23:59:59.999, 1",
        "appeal-extended, 2026-03-02T17:59, 2026-04-16T23:59:59.999, 1",
        "appeal-extended, 2026-10-01T10:00, 2026-11-15T23:59:59.999, 1",
        "appeal-forward,  2026-02-26T10:00, 2026-03-03T23:59:59.999, 1",
        // On the day of receipt, or the next working day: over a weekend, over the moved Easter holidays of 2021.
        "appeal-registration, 2026-03-06T10:00, 2026-03-06T23:59:59.999, 1",
        "appeal-registration, 2026-03-07T10:00, 2026-03-09T23:59:59.999, 1",
        "appeal-registration, 2021-05-01T10:00, 2021-05-05T23:59:59.999, 1",
        "appeal-registration, 2026-08-24T10:00, 2026-08-24T23:59:59.999, 1",
        // Until the office closes it is that day's; behind it the next working day's: over night, a weekend, a clock
        // change, a holiday.
        "appeal-registration, 2026-03-06T03:00, 2026-03-06T23:59:59.999, 1",
        "appeal-registration, 2026-03-06T16:44:59.999, 2026-03-06T23:59:59.999, 1",
        "appeal-registration, 2026-03-06T16:45, 2026-03-09T23:59:59.999, 1",
        "appeal-registration, 2026-03-06T20:30, 2026-03-09T23:59:59.999, 1",
        "appeal-registration, 2026-03-05T20:30, 2026-03-06T23:59:59.999, 1",
        "appeal-registration, 2026-03-27T20:30, 2026-03-30T23:59:59.999, 1",
        "appeal-registration, 2026-10-23T20:30, 2026-10-26T23:59:59.999, 1",
        "appeal-registration, 2021-10-13T17:59, 2021-10-13T23:59:59.999, 1",
        "appeal-registration, 2021-10-13T20:30, 2021-10-15T23:59:59.999, 1",
        // KUpAP art. 263: three hours, over midnight and over the hour that the clock change takes or gives.
        "custody-administrative, 2026-03-02T22:30, 2026-03-03T01:30, 1",
        "custody-administrative, 2026-03-29T02:30, 2026-03-29T06:30, 1",
        "custody-administrative, 2026-10-25T02:30, 2026-10-25T04:30, 1",
        // CPC art. 211 and 615: 72 hours, 216 under martial law.
        "custody-without-ruling, 2021-03-02T10:00, 2021-03-05T10:00, 1",
        "custody-without-ruling, 2022-04-30T23:59:59.999, 2022-05-03T23:59:59.999, 1",
        "custody-without-ruling, 2022-05-01T00:00, 2022-05-10T00:00, 2",
        "custody-without-ruling, 2026-03-27T10:00, 2026-04-05T11:00, 2",
        "custody-court-delivery, 2026-03-02T10:00, 2026-03-04T22:00, 1",
        "custody-on-ruling,      2026-03-02T10:00, 2026-03-03T22:00, 1",
        "custody-measure-hearing, 2028-02-27T10:00, 2028-03-01T10:00, 1",
        // At once, with the minutes that the house allows before the alarm.
        "custody-registration, 2026-03-02T23:50, 2026-03-03T00:05, 1",
        "custody-relatives,    2026-03-02T10:00, 2026-03-02T11:00, 1",
        "custody-legal-aid,    2026-03-02T10:00, 2026-03-02T11:00, 1",
        "custody-lawyer-named, 2026-03-02T10:00, 2026-03-02T11:00, 1",
        "custody-medical,      2026-03-02T10:00, 2026-03-02T10:30, 1",
        "custody-hospital,     2026-03-02T10:00, 2026-03-02T10:05, 1",
        "custody-complaint,    2026-03-28T10:00, 2026-03-29T11:00, 1",
        // For comparison, England and Wales.
        "custody-review-first,  2026-03-02T20:00, 2026-03-03T02:00, 1",
        "custody-review-next,   2026-03-02T20:00, 2026-03-03T05:00, 1",
        "custody-cell-visit,    2026-03-02T20:00, 2026-03-02T21:00, 1",
        "custody-cell-visit-l2, 2026-03-02T20:00, 2026-03-02T20:30, 1",
        "footage-retention-standard, 2026-03-02T20:00, 2026-04-01T23:59:59.999, 1",
        "footage-retention-custody,  2026-03-02T20:00, 2051-03-02T23:59:59.999, 1",
        // House rules: real hours, over midnight, a clock change and a leap day.
        "footage-gap,       2026-03-27T10:00, 2026-03-30T11:00, 1",
        "footage-gap,       2028-02-27T10:00, 2028-03-01T10:00, 1",
        "footage-integrity, 2026-03-02T20:00, 2026-03-03T20:00, 1",
        "footage-integrity, 2026-10-24T20:00, 2026-10-25T19:00, 1",
    })
    void isDue(String policy, String start, String due, int version) {
        assertThat(book.due(new PolicyId(policy), at(start), KYIV)).contains(new Due(policy + "@" + version, at(due)));
    }

    @Test
    void keepsTheNumbersOfTheHouse() {
        Instant now = at("2026-03-02T10:00");

        assertThat(book.number(KnownPolicies.FEEDBACK_SMALL_N, now)).hasValue(30);
        assertThat(book.number(KnownPolicies.COMMUNITY_OFFICERS_REQUIRED, now)).hasValue(10_000);
        assertThat(book.number(KnownPolicies.OBLIGATION_DUE_SOON, now)).hasValue(20);
    }

    @Test
    void namesALegalBasisInBothLanguagesForEachRow() {
        List<Fact> facts = BuiltInPolicies.facts();

        assertThat(facts).hasSizeGreaterThan(25);
        assertThat(book.policies())
                .allSatisfy(history -> assertThat(history.versions())
                        .allSatisfy(policy -> assertThat(policy.basis()).containsOnlyKeys("en", "uk")));
        assertThat(book.calendars()).hasSize(1);
    }

    @Test
    void knowsTheWorkingDaysBeforeAndDuringMartialLaw() {
        var calendar = book.calendars().iterator().next().calendar();

        assertThat(calendar.isWorkingDay(LocalDate.parse("2021-08-24"))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.parse("2023-08-24"))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.parse("2023-08-26"))).isFalse();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(KYIV).toInstant();
    }
}
