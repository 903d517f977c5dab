/**
 * The log beside other event stores, in one run: each contestant in a process of its own, on a server of its own with an empty directory, asked
 * the same by one orchestrator over lines of JSON.
 */
@NullMarked
package io.dovira.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
