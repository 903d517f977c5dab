/** Tests of {@code io.dovira.command.imports.rows}. */
@NullMarked
package io.dovira.command.imports.rows;

import org.jspecify.annotations.NullMarked;
