package io.dovira.embedded.query;

/**
 * A stretch of an index.
 *
 * @param from first key, inclusive
 * @param to last key, inclusive
 * @param pinned how many leading bytes all keys of the stretch share
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record KeyRange(byte[] from, byte[] to, int pinned) {}
