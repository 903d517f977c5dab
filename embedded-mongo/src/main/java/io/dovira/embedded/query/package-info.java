/**
 * Collections over sorted tables: which documents a query finds, by which index, in which order. Rule: an index only ever
 * proposes documents; the query's own matcher decides. Start at {@link io.dovira.embedded.query.DurableCollection}.
 */
@NullMarked
package io.dovira.embedded.query;

import org.jspecify.annotations.NullMarked;
