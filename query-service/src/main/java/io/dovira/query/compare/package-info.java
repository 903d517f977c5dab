/**
 * Fair comparison of offices, and of an office with itself: what is signal and what is noise. No league table: an office is told apart from the others, or
 * from its own past, only where chance does not explain the difference.
 *
 * <p>The statistics are pure: {@code Standardised} takes the mix of services out, {@code Funnel} places each office between limits, {@code ControlChart}
 * finds signals in a series. What is compared comes from the features that count it ({@link io.dovira.query.platform.ShareCounter}). Start at
 * {@code CompareController}.
 *
 * <p>Rule: who may see some offices only is shown the others as dots without a name, and is refused a comparison with so few of them that it would give away their figures.
 */
@NullMarked
package io.dovira.query.compare;

import org.jspecify.annotations.NullMarked;
