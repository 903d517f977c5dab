/** Shows that the floor is what the log tells. */
@NullMarked
package io.dovira.command.floor;

import org.jspecify.annotations.NullMarked;
