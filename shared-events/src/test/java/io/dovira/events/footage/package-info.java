/** Tests of footage. */
@NullMarked
package io.dovira.events.footage;

import org.jspecify.annotations.NullMarked;
