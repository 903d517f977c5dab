package io.dovira.embedded.key;

import java.util.BitSet;
import java.util.SortedSet;

/**
 * The keys that a document has in an index.
 *
 * @param values the distinct keys in byte order; more than one when a path runs through an array
 * @param multikey the fields, by position, whose path met an array
 * @param absent whether the document has none of the fields; a sparse index leaves it out
 */
public record Keys(SortedSet<byte[]> values, BitSet multikey, boolean absent) {}
