package io.dovira.command.policies;

import static io.dovira.command.platform.AggregateFixtures.accepted;
import static io.dovira.command.platform.AggregateFixtures.command;
import static io.dovira.command.platform.AggregateFixtures.declined;
import static io.dovira.command.platform.AggregateFixtures.fixture;
import static io.dovira.command.platform.AggregateFixtures.now;
import static io.dovira.command.platform.AggregateFixtures.when;

import io.dovira.command.platform.Intent;
import io.dovira.command.platform.Moment;
import io.dovira.command.platform.PlatformReason;
import io.dovira.command.platform.Reason;
import io.dovira.events.CalendarId;
import io.dovira.events.PolicyId;
import io.dovira.events.TimeQuality;
import io.dovira.events.clocks.DatedHours;
import io.dovira.events.clocks.Limit;
import io.dovira.events.clocks.WeeklyHours;
import io.dovira.events.policies.CalendarPublished;
import io.dovira.events.policies.PolicyEnded;
import io.dovira.events.policies.PolicyFact;
import io.dovira.events.policies.PolicyHistory;
import io.dovira.events.policies.PolicyPublished;
import io.dovira.events.policies.PolicyWithdrawn;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Facts of the past come from nine on, one a minute; the command comes at ten. */
class PolicyAggregateTest {
    private static final PolicyId ID = new PolicyId("detention");
    private static final CalendarId CALENDAR = new CalendarId("office");
    private static final Instant NINE = Instant.parse("2026-03-02T07:00:00Z");
    private static final Instant TEN = NINE.plus(Duration.ofHours(1));
    private static final Instant LATER = TEN.plus(Duration.ofDays(30));
    private static final Map<String, String> NAME = Map.of("en", "Detention");
    private static final Map<String, String> LAW = Map.of("en", "Art. 211");
    private static final PolicyPublished FIRST = published(1, Limit.hours(72), null, NINE, null, false, null);

    @Test
    void isPublishedInVersions() {
        sent(publish(Limit.hours(72), null, TEN, null, null))
                .expectEvents(published(1, Limit.hours(72), null, TEN, null, false, null))
                .expectResultMessagePayloadMatching(accepted(
                        1,
                        PolicyHistory.evolve(null, published(1, Limit.hours(72), null, TEN, null, false, null), TEN)));
        sent(publish(Limit.hours(216), null, LATER, null, null), FIRST)
                .expectEvents(published(2, Limit.hours(216), null, LATER, null, false, null));
    }

    @Test
    void holdsFromNowOnIfNobodySaysOtherwise() {
        sent(publish(Limit.hours(72), null, null, null, null))
                .expectEvents(published(1, Limit.hours(72), null, TEN, null, false, null));
    }

    @Test
    void holdsForThePastOnlyWithAReasonAndSaysSo() {
        Instant before = TEN.minusMillis(1);

        refused(PolicyReason.REASON_NEEDED, publish(Limit.hours(72), null, before, null, null));
        sent(publish(Limit.hours(72), null, before, null, "the order came late"))
                .expectEvents(published(1, Limit.hours(72), null, before, null, true, "the order came late"));
    }

    @Test
    void judgesThePastByWhenTheRequestCameAndNotByWhatItSays() {
        Instant said = TEN.minus(Duration.ofMinutes(30));
        sent(intent(TEN, said), publish(Limit.hours(72), null, said, null, null))
                .expectResultMessagePayloadMatching(declined(PolicyReason.REASON_NEEDED));
    }

    @Test
    void saysSomethingAndKeepsSayingIt() {
        refused(PolicyReason.SAYS_NOTHING, publish(null, null, TEN, null, null));
        refused(PolicyReason.SHAPE_CHANGED, publish(null, 30, TEN, null, null), FIRST);
        refused(PolicyReason.PERIOD_EMPTY, publish(Limit.hours(1), null, LATER, LATER, null));
        refused(PolicyReason.NOTHING_CHANGED, publish(Limit.hours(72), null, NINE, null, "again"), FIRST);
    }

    @Test
    void saysInSecondsHowLongAWaitMayTake() {
        PublishPolicy seconds = publish(Limit.seconds(900), null, TEN, null, null);
        sent(about("visit-wait-advice", seconds)).expectSuccessfulHandlerExecution();

        for (PublishPolicy unclear : List.of(
                publish(Limit.days(1), null, TEN, null, null),
                publish(Limit.hours(25), null, TEN, null, null),
                publish(null, 15, TEN, null, null))) {
            refused(PolicyReason.WAIT_UNCLEAR, about("visit-wait", unclear));
            refused(PolicyReason.WAIT_UNCLEAR, about("visit-wait-advice", unclear));
        }
    }

    private static PublishPolicy about(String policy, PublishPolicy c) {
        return new PublishPolicy(
                new PolicyId(policy),
                c.name(),
                c.limit(),
                c.number(),
                c.calendar(),
                c.pausedBy(),
                c.basis(),
                c.inForceFrom(),
                c.inForceUntil(),
                c.reason());
    }

    @Test
    void countsWorkingTimeByACalendarThatIsThere() {
        PublishPolicy without = publish(Limit.workingDays(3), null, TEN, null, null);

        refused(PolicyReason.CALENDAR_NEEDED, without);
        refused(PolicyReason.NO_SUCH_CALENDAR, by(new CalendarId("mars"), without));
        sent(by(CALENDAR, without)).expectSuccessfulHandlerExecution();
    }

    @Test
    void endsAndIsWithdrawnOnce() {
        sent(new EndPolicy(ID, 1, LATER, "martial law ended"), FIRST)
                .expectEvents(new PolicyEnded(ID, 1, LATER, false, "martial law ended"));
        sent(new EndPolicy(ID, 1, TEN.minusMillis(1), "it had ended"), FIRST)
                .expectEvents(new PolicyEnded(ID, 1, TEN.minusMillis(1), true, "it had ended"));
        sent(new WithdrawPolicy(ID, 1, "wrong"), FIRST).expectEvents(new PolicyWithdrawn(ID, 1, "wrong"));

        refused(
                PolicyReason.NOTHING_CHANGED,
                new EndPolicy(ID, 1, LATER, "again"),
                FIRST,
                new PolicyEnded(ID, 1, LATER, false, "x"));
        refused(PolicyReason.PERIOD_EMPTY, new EndPolicy(ID, 1, NINE, "never held"), FIRST);
        refused(
                PolicyReason.VERSION_WITHDRAWN,
                new WithdrawPolicy(ID, 1, "again"),
                FIRST,
                new PolicyWithdrawn(ID, 1, "x"));
        refused(PolicyReason.VERSION_UNKNOWN, new WithdrawPolicy(ID, 2, "x"), FIRST);
        refused(PolicyReason.POLICY_UNKNOWN, new WithdrawPolicy(ID, 1, "x"));
    }

    @Test
    void changesThePastWhenWhatHasEndedIsMadeToLastLonger() {
        Instant ended = TEN.minusMillis(1);
        sent(new EndPolicy(ID, 1, LATER, "it goes on"), published(1, Limit.hours(72), null, NINE, ended, false, null))
                .expectEvents(new PolicyEnded(ID, 1, LATER, true, "it goes on"));
        sent(
                        new EndPolicy(ID, 1, LATER, "it goes on"),
                        published(1, Limit.hours(72), null, NINE, TEN.plusMillis(1), false, null))
                .expectEvents(new PolicyEnded(ID, 1, LATER, false, "it goes on"));
    }

    @Test
    void refusesWhatHasNotHappenedYet() {
        sent(intent(TEN, TEN.plus(Duration.ofHours(1))), publish(Limit.hours(1), null, LATER, null, null))
                .expectResultMessagePayloadMatching(declined(PlatformReason.IN_THE_FUTURE));
    }

    @Test
    void publishesACalendarAndAsksWhyIfItsDayHasBegunAnywhere() {
        calendar(day("2026-03-04"), null).expectEvents(calendarPublished(day("2026-03-04"), false, null));
        calendar(day("2026-03-02"), null).expectResultMessagePayloadMatching(declined(PolicyReason.REASON_NEEDED));
        calendar(day("2026-03-02"), "late").expectEvents(calendarPublished(day("2026-03-02"), true, "late"));
    }

    private static Intent intent(Instant now, Instant at) {
        return new Intent(
                "p-1", "admin", office -> true, "c-1", Moment.at(now, at), TimeQuality.ESTIMATED, "seed", "digest");
    }

    private static ResultValidator<PolicyAggregate> sent(PolicyCommand command, PolicyFact... past) {
        return sent(now(TEN), command, past);
    }

    private static ResultValidator<PolicyAggregate> sent(Intent intent, PolicyCommand command, PolicyFact... past) {
        PolicySurroundings surroundings = CALENDAR::equals;
        return when(
                fixture(PolicyAggregate.class, surroundings),
                NINE,
                List.of(past),
                command(PolicySubjects.POLICIES, command.policy().stream(), command, intent));
    }

    private static void refused(Reason reason, PolicyCommand command, PolicyFact... past) {
        sent(command, past).expectNoEvents().expectResultMessagePayloadMatching(declined(reason));
    }

    private static ResultValidator<CalendarAggregate> calendar(LocalDate firstDay, @Nullable String reason) {
        return when(
                fixture(CalendarAggregate.class, new Object()),
                NINE,
                List.of(),
                command(
                        PolicySubjects.CALENDARS,
                        CALENDAR.stream(),
                        new PublishCalendar(CALENDAR, NAME, firstDay, WEEK, List.<DatedHours>of(), LAW, reason),
                        now(TEN)));
    }

    private static final List<WeeklyHours> WEEK = List.of(new WeeklyHours(DayOfWeek.MONDAY, "09:00", "18:00"));

    private static CalendarPublished calendarPublished(
            LocalDate firstDay, boolean retroactive, @Nullable String reason) {
        return new CalendarPublished(CALENDAR, NAME, firstDay, WEEK, List.of(), LAW, retroactive, reason);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static PublishPolicy publish(
            @Nullable Limit limit,
            @Nullable Integer number,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable String reason) {
        return new PublishPolicy(ID, NAME, limit, number, null, List.of(), LAW, from, until, reason);
    }

    private static PublishPolicy by(CalendarId calendar, PublishPolicy c) {
        return new PublishPolicy(
                c.policy(),
                c.name(),
                c.limit(),
                c.number(),
                calendar,
                c.pausedBy(),
                c.basis(),
                c.inForceFrom(),
                c.inForceUntil(),
                c.reason());
    }

    private static PolicyPublished published(
            int version,
            Limit limit,
            @Nullable Integer number,
            Instant from,
            @Nullable Instant until,
            boolean retroactive,
            @Nullable String reason) {
        return new PolicyPublished(
                ID, version, NAME, limit, number, null, List.of(), LAW, from, until, retroactive, reason);
    }
}
