/** Tests of footage. */
@NullMarked
package io.dovira.query.footage;

import org.jspecify.annotations.NullMarked;
