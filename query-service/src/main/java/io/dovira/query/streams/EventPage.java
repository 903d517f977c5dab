package io.dovira.query.streams;

/**
 * One page of events.
 *
 * @param json a CloudEvents batch
 * @param count how many events it holds
 * @param position where to go on after; moves even when nothing matched
 * @param head the last position of the log, read after the events
 */
record EventPage(String json, int count, long position, long head) {}
