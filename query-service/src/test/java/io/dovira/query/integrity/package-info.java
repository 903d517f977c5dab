/** What the world can see of the seal, and what it cannot. */
@NullMarked
package io.dovira.query.integrity;

import org.jspecify.annotations.NullMarked;
