/** Tests of what figures mean. */
@NullMarked
package io.dovira.events.metrics;

import org.jspecify.annotations.NullMarked;
