package io.dovira.query.compare;

/** Where an office lies in the funnel. */
enum Place {
    /** Beyond the upper limit of 99.8 %: better than chance explains. */
    BETTER,
    /** Between the upper limits of 95 and 99.8 %: of forty offices one lies there by chance alone. */
    HIGH,
    WITHIN,
    LOW,
    /** Beyond the lower limit of 99.8 %: worse than chance explains. */
    WORSE,
    /** Too few entries to say. */
    FEW;

    /** @param z in standard deviations; more is better */
    static Place of(double z) {
        double far = Math.abs(z);
        if (far <= Funnel.Z_95) {
            return WITHIN;
        }
        if (far <= Funnel.Z_998) {
            return z > 0 ? HIGH : LOW;
        }
        return z > 0 ? BETTER : WORSE;
    }
}
