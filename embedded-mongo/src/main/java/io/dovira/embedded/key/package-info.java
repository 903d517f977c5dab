/**
 * Turns BSON values into bytes whose unsigned order is MongoDB's order, so that one sorted map can be an index. Pure
 * functions; start at {@link io.dovira.embedded.key.KeyEncoder}.
 */
@NullMarked
package io.dovira.embedded.key;

import org.jspecify.annotations.NullMarked;
