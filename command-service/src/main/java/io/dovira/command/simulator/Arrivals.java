package io.dovira.command.simulator;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.SplittableRandom;

/** When visitors come: a Poisson process whose rate follows the local hour and weekday, drawn by thinning. */
final class Arrivals {
    /** Share of a day's visitors by local hour; adds up to 1. The mornings are full, the nights are not empty. */
    private static final double[] BY_HOUR = {
        .010, .008, .006, .005, .005, .008, .015, .030, .065, .095, .105, .092, .072, .068, .072, .070, .062, .052,
        .044, .036, .028, .022, .017, .013
    };

    private static final double PEAK = .105;

    private final double visitsPerDay;
    private final ZoneId zone;
    private final SplittableRandom random;

    Arrivals(double visitsPerDay, ZoneId zone, SplittableRandom random) {
        this.visitsPerDay = visitsPerDay;
        this.zone = zone;
        this.random = random;
    }

    /** The next arrival after the given one. */
    Instant after(Instant last) {
        Instant at = last;
        double peakPerSecond = visitsPerDay * 1.15 * PEAK / 3600;
        do {
            at = at.plusMillis((long) (1000 * -Math.log(1 - random.nextDouble()) / peakPerSecond));
        } while (random.nextDouble() * peakPerSecond > ratePerSecond(at));
        return at;
    }

    private double ratePerSecond(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        return visitsPerDay * weekday(local.getDayOfWeek()) * BY_HOUR[local.getHour()] / 3600;
    }

    private static double weekday(DayOfWeek day) {
        return switch (day) {
            case MONDAY -> 1.15;
            case TUESDAY, THURSDAY -> 1.05;
            case WEDNESDAY -> 1.0;
            case FRIDAY -> 0.95;
            case SATURDAY -> 0.55;
            case SUNDAY -> 0.40;
        };
    }
}
