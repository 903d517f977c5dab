/** How a file is read: unpacked, decoded and cut into rows, one at a time, in constant memory. Start at {@link io.dovira.command.imports.source.RowSource}. */
@NullMarked
package io.dovira.command.imports.source;

import org.jspecify.annotations.NullMarked;
