package io.dovira.query.compare;

import java.util.Arrays;
import java.util.List;

/**
 * By how much offices differ from each other beyond chance, all of them together: what no chart should call an alarm of one office. Offices of many entries
 * have limits so narrow that every one of them would lie outside; the offices are then taken to scatter around the common share by themselves, with the
 * variance {@code between}, which is added to that of chance.
 *
 * <p>D. J. Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in Medicine 2005; 24: 1185-1202, and "Handling over-dispersion
 * of performance indicators", Qual Saf Health Care 2005; 14: 347-351: the additive random-effects model, with the moment estimate of DerSimonian and Laird
 * (1986) over z-scores of which the outermost tenth on each side was drawn in (winsorised), so that the few odd ones do not make themselves normal.
 *
 * @param ratio mean square of the winsorised z-scores; about 1 if chance explains it all; 0 without offices
 * @param between variance between offices, as angles; 0 if chance explains it all
 */
record Dispersion(double ratio, double between) {

    private static final double TENTH = 0.1;

    /** @param z how far an office is from the expected, in standard deviations of chance; {@code spread} that deviation, as an angle */
    record Deviation(double z, double spread) {}

    static Dispersion of(List<Deviation> deviations) {
        int count = deviations.size();
        if (count < 2) {
            return new Dispersion(
                    count == 0
                            ? 0
                            : deviations.getFirst().z() * deviations.getFirst().z(),
                    0);
        }
        double[] z = winsorised(
                deviations.stream().mapToDouble(Deviation::z).sorted().toArray());
        double ratio = Arrays.stream(z).map(each -> each * each).sum() / count;
        double weights = 0;
        double squares = 0;
        for (Deviation deviation : deviations) {
            double weight = 1 / (deviation.spread() * deviation.spread());
            weights += weight;
            squares += weight * weight;
        }
        double between = (count * ratio - (count - 1)) / (weights - squares / weights);
        return new Dispersion(ratio, Math.max(0, between));
    }

    private static double[] winsorised(double[] ascending) {
        int cut = (int) Math.round(TENTH * ascending.length);
        double[] drawnIn = ascending.clone();
        Arrays.fill(drawnIn, 0, cut, ascending[cut]);
        Arrays.fill(drawnIn, ascending.length - cut, ascending.length, ascending[ascending.length - 1 - cut]);
        return drawnIn;
    }
}
