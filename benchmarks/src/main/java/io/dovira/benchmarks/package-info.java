/** Shows what the parts cost, each beside a peer in the same run; never packaged. */
@NullMarked
package io.dovira.benchmarks;

import org.jspecify.annotations.NullMarked;
