/**
 * Seals the log: reads its tail, grows the tree of {@code tlog}, signs heads, publishes them. Off the write path: an append knows nothing of it.
 *
 * <pre>
 *   dovira_seal.tiles   {_id: "0/273", w: 112, h: &lt;112 hashes>}      a tile only grows
 *   dovira_seal.state   {_id: "head", size, root, note, at}           moved on by compare-and-set
 *                       {_id: "contradiction", position, what, at}    when the log is not what was sealed; nobody of ours removes it
 *   data/seal/          signing-key, verifier-key, last-signed        what no access to the database can change
 * </pre>
 *
 * <p>The steps of one head, and what is left if the process dies after each: {@link io.dovira.eventstore.seal.Sealer}.
 */
@NullMarked
package io.dovira.eventstore.seal;

import org.jspecify.annotations.NullMarked;
