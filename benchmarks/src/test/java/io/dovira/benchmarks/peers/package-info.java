@NullMarked
package io.dovira.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
