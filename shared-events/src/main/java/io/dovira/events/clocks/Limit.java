package io.dovira.events.clocks;

/** How long something may take, as the rule says it: 72 hours are SECONDS, one month is MONTHS; neither is turned into the other. */
public record Limit(int amount, LimitUnit unit) {
    public Limit {
        if (amount < unit.least() || amount > unit.most()) {
            throw new IllegalArgumentException(
                    "a limit in " + unit + " is " + unit.least() + " to " + unit.most() + ", not " + amount);
        }
    }

    /** At once; taken as missed when this many seconds have passed. */
    public static Limit immediately(int graceSeconds) {
        return new Limit(graceSeconds, LimitUnit.IMMEDIATELY);
    }

    public static Limit seconds(int amount) {
        return new Limit(amount, LimitUnit.SECONDS);
    }

    public static Limit hours(int amount) {
        return new Limit(Math.multiplyExact(amount, 3600), LimitUnit.SECONDS);
    }

    public static Limit days(int amount) {
        return new Limit(amount, LimitUnit.DAYS);
    }

    public static Limit months(int amount) {
        return new Limit(amount, LimitUnit.MONTHS);
    }

    public static Limit workingHours(int amount) {
        return new Limit(Math.multiplyExact(amount, 3600), LimitUnit.WORKING_SECONDS);
    }

    public static Limit workingDays(int amount) {
        return new Limit(amount, LimitUnit.WORKING_DAYS);
    }
}
