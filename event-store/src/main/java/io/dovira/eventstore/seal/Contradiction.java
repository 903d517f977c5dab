package io.dovira.eventstore.seal;

import java.time.Instant;

/**
 * The log is not what was sealed. Nothing is signed any more until somebody has found out why.
 *
 * @param position the first position known to be wrong; 0 if that cannot be told
 */
public record Contradiction(long position, String what, Instant foundAt) {}
