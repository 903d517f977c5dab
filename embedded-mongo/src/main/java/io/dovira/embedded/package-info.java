/**
 * A MongoDB-wire server for one machine: decides what is stored, in which order it is found again and when a write may be
 * acknowledged. Start at {@link io.dovira.embedded.EmbeddedMongo}.
 */
@NullMarked
package io.dovira.embedded;

import org.jspecify.annotations.NullMarked;
