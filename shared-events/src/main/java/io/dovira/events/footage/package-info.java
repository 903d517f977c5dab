/**
 * What cameras record, and what becomes of it: cameras and where they are, segments with their hash, gaps, links, accesses, holds, checks, the end.
 * The content itself is no fact; a fact names it by its SHA-256. Start at {@link io.dovira.events.footage.Footage}.
 */
@NullMarked
package io.dovira.events.footage;

import org.jspecify.annotations.NullMarked;
