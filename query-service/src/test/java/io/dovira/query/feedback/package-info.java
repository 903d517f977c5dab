/** Tests of feedback. */
@NullMarked
package io.dovira.query.feedback;

import org.jspecify.annotations.NullMarked;
