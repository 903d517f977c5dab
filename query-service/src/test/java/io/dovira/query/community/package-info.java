/** Tests of communities and coverage. */
@NullMarked
package io.dovira.query.community;

import org.jspecify.annotations.NullMarked;
