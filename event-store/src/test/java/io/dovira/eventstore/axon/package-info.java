/** What Axon expects of a storage engine and an event store, held against ours by Axon's own suites. */
@NullMarked
package io.dovira.eventstore.axon;

import org.jspecify.annotations.NullMarked;
