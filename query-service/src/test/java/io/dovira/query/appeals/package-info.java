/** Tests of appeals. */
@NullMarked
package io.dovira.query.appeals;

import org.jspecify.annotations.NullMarked;
