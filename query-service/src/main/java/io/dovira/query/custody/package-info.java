/**
 * Custody as it is seen: the whiteboard of who is held and what is due, the record of one stay with every entry and its flags, how late entries are
 * recorded, and who typed many of them at once. The fold {@link io.dovira.query.custody.CustodyFold} keeps what is searched and counted; a record is
 * read from the log itself. Start at {@link io.dovira.query.custody.CustodyController}.
 *
 * <p>What counts as late, and what as typed in a batch, are policies: each entry is judged by the rule valid when it was recorded.
 */
@NullMarked
package io.dovira.query.custody;

import org.jspecify.annotations.NullMarked;
