/** Measurements that answer one question each; never packaged. */
@NullMarked
package io.dovira.benchmarks;

import org.jspecify.annotations.NullMarked;
