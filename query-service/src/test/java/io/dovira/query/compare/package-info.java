/** Comparisons, put to the test. */
@NullMarked
package io.dovira.query.compare;

import org.jspecify.annotations.NullMarked;
