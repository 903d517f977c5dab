/** Tests of the facts of appeals. */
@NullMarked
package io.dovira.events.appeals;

import org.jspecify.annotations.NullMarked;
