/** Occurrent as a contestant. */
@NullMarked
package io.dovira.benchmarks.occurrent;

import org.jspecify.annotations.NullMarked;
