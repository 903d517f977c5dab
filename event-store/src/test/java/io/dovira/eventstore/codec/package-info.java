/** The stored form of records, pinned. */
@NullMarked
package io.dovira.eventstore.codec;

import org.jspecify.annotations.NullMarked;
