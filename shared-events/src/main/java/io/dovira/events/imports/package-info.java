/** What was imported, from which file, with what result. */
@NullMarked
package io.dovira.events.imports;

import org.jspecify.annotations.NullMarked;
