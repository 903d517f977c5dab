package io.dovira.query.compare;

/**
 * What in a control chart is no noise. At the point at which a pattern is complete; each of the four is seldom enough to be looked into.
 *
 * <p>{@link #OUTSIDE}, {@link #RUN} and {@link #RANGE} as in D. J. Wheeler, "Understanding Variation"; {@link #NEAR_LIMIT} is the second rule of Western
 * Electric's "Statistical Quality Control Handbook" (1956).
 */
enum Signal {
    /** Beyond a natural process limit. */
    OUTSIDE,
    /** The second of two out of three successive points that lie on the same side, more than two thirds of the way from the centre to the limit. */
    NEAR_LIMIT,
    /** The eighth or a further successive point on the same side of the centre. */
    RUN,
    /** It moved from the point before by more than the limit of ranges. */
    RANGE
}
