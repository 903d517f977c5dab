/** Tests of surveys. */
@NullMarked
package io.dovira.command.feedback;

import org.jspecify.annotations.NullMarked;
