/** Shows what is durable when, and what a reader may see of it. */
@NullMarked
package io.dovira.embedded.storage;

import org.jspecify.annotations.NullMarked;
