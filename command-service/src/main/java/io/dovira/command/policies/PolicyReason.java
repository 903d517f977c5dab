package io.dovira.command.policies;

import io.dovira.command.platform.Reason;

/** Why a command on a policy or a calendar is refused. */
enum PolicyReason implements Reason {
    POLICY_UNKNOWN(Kind.UNKNOWN, "policy-unknown", "No such policy"),
    VERSION_UNKNOWN(Kind.UNKNOWN, "policy-version-unknown", "The policy has no such version"),
    CALENDAR_UNKNOWN(Kind.UNKNOWN, "calendar-unknown", "No such calendar"),
    EVERY_OFFICE_NEEDED(Kind.FORBIDDEN, "every-office-needed", "A policy holds for every office"),
    VERSION_WITHDRAWN(Kind.CONFLICT, "policy-withdrawn", "The version was withdrawn"),
    NOTHING_CHANGED(Kind.CONFLICT, "nothing-changed", "Nothing would change"),
    NO_SUCH_CALENDAR(Kind.UNACCEPTABLE, "policy-calendar-unknown", "The policy counts by a calendar that is not there"),
    CALENDAR_NEEDED(Kind.UNACCEPTABLE, "policy-calendar-needed", "Working time is counted by a calendar"),
    SAYS_NOTHING(Kind.UNACCEPTABLE, "policy-says-nothing", "A policy says how long or how much"),
    WAIT_UNCLEAR(Kind.UNACCEPTABLE, "policy-wait-unclear", "A wait target is a limit in seconds"),
    SHAPE_CHANGED(Kind.UNACCEPTABLE, "policy-shape-changed", "Who relies on the policy needs what it said before"),
    PERIOD_EMPTY(Kind.UNACCEPTABLE, "policy-period-empty", "A policy ends after it began"),
    REASON_NEEDED(Kind.UNACCEPTABLE, "reason-needed", "What holds for the past needs a reason"),
    NO_LIMIT(Kind.UNACCEPTABLE, "policy-without-limit", "The policy says no limit"),
    HOURS_UNCLEAR(Kind.UNACCEPTABLE, "calendar-hours-unclear", "The opening hours contradict each other");

    private final Kind kind;
    private final String code;
    private final String title;

    PolicyReason(Kind kind, String code, String title) {
        this.kind = kind;
        this.code = code;
        this.title = title;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
