package io.dovira.query.compare;

import io.dovira.query.compare.Dispersion.Deviation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A funnel plot of shares: each office at its share, put right for its mix of services, over the number of entries it rests on; limits within which chance
 * leaves 95 % and 99.8 % of offices that are all alike. After D. J. Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in
 * Medicine 2005; 24: 1185-1202.
 *
 * <p>All is computed as angles ({@link Angle}) and shown as shares. With {@code q = expected / n}, an office deviates by {@code angle(observed / n) -
 * angle(q)}, drawn from the angle of the common share; an office that reaches just what was expected lies on the centre. Chance alone makes it deviate by
 * {@code spread(n)} if all its services go alike, and by {@code sqrt(variance / (n q (1 - q)))} times that, which is less, if they do not. The n of alike
 * services that gives the same spread is its effective n, the place on the axis. So one pair of curves holds for all.
 *
 * @param share the common share of all that can be compared, from 0 to 1; null if there is none
 * @param dispersion of the offices with enough entries
 */
record Funnel(@Nullable Double share, Dispersion dispersion, Map<String, Dot> dots) {
    static final double Z_95 = 1.959963984540054;
    static final double Z_998 = 3.090232306167813;

    private static final int CURVE_POINTS = 48;

    /** The curve goes on by so much beyond the outermost offices. */
    private static final double MARGIN = 1.15;

    /**
     * An office in it.
     *
     * @param counted from what it was computed
     * @param share put right for the mix, from 0 to 1; null if there are too few entries to say
     * @param effectiveN place on the axis; null as above
     * @param z deviation from the common share in standard deviations, those between offices included; null as above
     */
    record Dot(
            Standardised counted,
            @Nullable Double share,
            @Nullable Double effectiveN,
            @Nullable Double z,
            Place place) {}

    /** The limits at one place on the axis, as shares from 0 to 1. */
    record Limits(double n, double lower998, double lower95, double upper95, double upper998) {}

    private record Placed(Standardised counted, double deviation, double spread) {}

    /**
     * @param counts by office, then by service
     * @param smallest offices with fewer entries are not judged; null if none is
     */
    static Funnel of(Map<String, Map<String, Count>> counts, @Nullable Integer smallest) {
        Map<String, Standardised> all = Standardised.of(counts);
        Count together = all.values().stream()
                .map(each -> new Count(each.observed(), each.n()))
                .reduce(Count.NONE, Count::plus);
        Map<String, Placed> placed = new TreeMap<>();
        all.forEach((office, counted) -> {
            if (smallest != null && counted.n() >= Math.max(1, smallest)) {
                placed.put(office, placed(counted));
            }
        });
        Dispersion dispersion = Dispersion.of(placed.values().stream()
                .map(each -> new Deviation(each.deviation / each.spread, each.spread))
                .toList());
        Map<String, Dot> dots = new TreeMap<>();
        all.forEach((office, counted) -> {
            Placed found = placed.get(office);
            if (found != null) {
                dots.put(office, dot(found, together.share(), dispersion));
            } else if (counted.n() + counted.alone() > 0) {
                dots.put(office, new Dot(counted, null, null, null, Place.FEW));
            }
        });
        return new Funnel(together.whole() == 0 ? null : (Double) together.share(), dispersion, dots);
    }

    private static Placed placed(Standardised counted) {
        double n = counted.n();
        double expected = counted.expected() / n;
        double variance = counted.variance() / n;
        if (variance == 0) {
            // Every service went everywhere in the same way, always or never: so it did here.
            return new Placed(counted, 0, Angle.spread(n));
        }
        double deviation = Angle.of(counted.observed() / n, n) - Angle.of(expected, n);
        double spread = Angle.spread(n) * Math.sqrt(variance / (expected * (1 - expected)));
        return new Placed(counted, deviation, spread);
    }

    private static Dot dot(Placed placed, double common, Dispersion dispersion) {
        double z = placed.deviation / Math.hypot(placed.spread, Math.sqrt(dispersion.between()));
        double effectiveN = Angle.n(placed.spread);
        double share = Angle.share(Angle.of(common, effectiveN) + placed.deviation, effectiveN);
        return new Dot(placed.counted, share, effectiveN, z, Place.of(z));
    }

    /** How many of the dots lie at a place. */
    int at(Place place) {
        return (int) dots.values().stream().filter(dot -> dot.place() == place).count();
    }

    /** The limits of an office of so many entries. */
    Limits limits(double n) {
        Double common = share;
        if (common == null) {
            throw new IllegalStateException("nothing to compare, and so no limits");
        }
        double centre = Angle.of(common, n);
        double spread = Math.hypot(Angle.spread(n), Math.sqrt(dispersion.between()));
        return new Limits(
                n,
                Angle.share(centre - Z_998 * spread, n),
                Angle.share(centre - Z_95 * spread, n),
                Angle.share(centre + Z_95 * spread, n),
                Angle.share(centre + Z_998 * spread, n));
    }

    /** The limits from the least to the greatest of the offices that are judged, closer together where they bend; none if none is judged. */
    List<Limits> curve() {
        double least = Double.MAX_VALUE;
        double greatest = 0;
        for (Dot dot : dots.values()) {
            Double n = dot.effectiveN();
            if (n != null) {
                least = Math.min(least, n);
                greatest = Math.max(greatest, n);
            }
        }
        if (greatest == 0) {
            return List.of();
        }
        double first = least / MARGIN;
        double step = Math.pow(greatest * MARGIN / first, 1.0 / (CURVE_POINTS - 1));
        List<Limits> curve = new ArrayList<>();
        for (int i = 0; i < CURVE_POINTS; i++) {
            curve.add(limits(first * Math.pow(step, i)));
        }
        return curve;
    }
}
