/** The figures, put to the test. */
@NullMarked
package io.dovira.query.metrics;

import org.jspecify.annotations.NullMarked;
