/**
 * The log as a tree of hashes that outsiders can verify: C2SP tlog-tiles, tlog-checkpoint and signed-note over RFC 6962 trees. Pure: bytes in,
 * hashes and answers out; no driver, no framework, no clock.
 *
 * <p>Position 1 is leaf 0. A tree of 70,000 events stands in these tiles, each a row of hashes of 32 bytes:
 *
 * <pre>
 *   tile/2/000.p/1                                      1 hash  of 65,536 events
 *   tile/1/000            tile/1/001.p/17             273 hashes of 256 events
 *   tile/0/000 ... tile/0/272   tile/0/273.p/112   70,000 hashes of one event
 * </pre>
 *
 * <p>Start at {@link io.dovira.eventstore.tlog.Leaf}, what is hashed of an event; {@link io.dovira.eventstore.tlog.TreeBuilder} grows a
 * tree, {@link io.dovira.eventstore.tlog.TileTree} proves from its tiles, {@link io.dovira.eventstore.tlog.Proofs} checks, {@link
 * io.dovira.eventstore.tlog.SignedNote} carries the head out. {@link io.dovira.eventstore.tlog.StoredAppend} reads stored bytes and takes
 * nothing on trust.
 */
@NullMarked
package io.dovira.eventstore.tlog;

import org.jspecify.annotations.NullMarked;
