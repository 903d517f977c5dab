/** Shows what the commands answer, and that what is not kept is refused under MongoDB's codes. */
@NullMarked
package io.dovira.embedded.command;

import org.jspecify.annotations.NullMarked;
