/** Figures against the truth: real public records, and what was computed from them outside the product. */
@NullMarked
package io.dovira.query.truth;

import org.jspecify.annotations.NullMarked;
