package io.dovira.query.footage;

/**
 * One segment.
 *
 * @param position to which the index was complete when it was read
 */
record OneFootage(long position, FoundFootage footage) {}
