/**
 * Shows outsiders that nothing of the log was changed, and lets them see for themselves: checkpoint, tiles and proofs without a sign-in, the
 * stored bytes for auditors and integrators. What is open holds hashes only.
 *
 * <p>Rule: this package serves what {@link io.dovira.eventstore.seal} has sealed and decides nothing about it. Start with {@link
 * io.dovira.query.integrity.IntegrityConfiguration}.
 */
@NullMarked
package io.dovira.query.integrity;

import org.jspecify.annotations.NullMarked;
