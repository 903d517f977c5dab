/** The facts that Dovira records, how they are named when stored, and the envelope that each carries. Start at {@link io.dovira.events.catalogue.Facts}. */
@NullMarked
package io.dovira.events;

import org.jspecify.annotations.NullMarked;
