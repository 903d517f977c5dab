/** Tests of appeals. */
@NullMarked
package io.dovira.command.appeals;

import org.jspecify.annotations.NullMarked;
