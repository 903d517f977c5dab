/** The list of every fact that can stand in the log. Start at {@link io.dovira.events.catalogue.Facts}. */
@NullMarked
package io.dovira.events.catalogue;

import org.jspecify.annotations.NullMarked;
