/** Tests of what the features stand on. */
@NullMarked
package io.dovira.command.platform;

import org.jspecify.annotations.NullMarked;
