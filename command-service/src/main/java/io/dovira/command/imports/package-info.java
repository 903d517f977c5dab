/**
 * Brings in what other systems recorded: a file and a mapping become facts, exactly once. Start at
 * {@link io.dovira.command.imports.mapping.Mapping}, which says what a file means.
 */
@NullMarked
package io.dovira.command.imports;

import org.jspecify.annotations.NullMarked;
