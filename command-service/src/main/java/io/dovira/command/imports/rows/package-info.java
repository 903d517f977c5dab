/**
 * What a row says: pure functions from rows to facts with deterministic ids, no clock, no I/O, no log. Start at
 * {@link io.dovira.command.imports.rows.RowMapper}.
 */
@NullMarked
package io.dovira.command.imports.rows;

import org.jspecify.annotations.NullMarked;
