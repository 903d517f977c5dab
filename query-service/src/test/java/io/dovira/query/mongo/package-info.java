/** A database for integration tests. */
@NullMarked
package io.dovira.query.mongo;

import org.jspecify.annotations.NullMarked;
