/** Tests of cameras and footage. */
@NullMarked
package io.dovira.command.footage;

import org.jspecify.annotations.NullMarked;
