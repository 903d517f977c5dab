/** What each figure means: measures and their definitions, each with an id and a version that never changes its meaning. */
@NullMarked
package io.dovira.events.metrics;

import org.jspecify.annotations.NullMarked;
