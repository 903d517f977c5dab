/** Tests of the fold of surveys. */
@NullMarked
package io.dovira.events.feedback;

import org.jspecify.annotations.NullMarked;
