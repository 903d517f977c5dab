/** Tests of {@code io.dovira.command.imports.source}. */
@NullMarked
package io.dovira.command.imports.source;

import org.jspecify.annotations.NullMarked;
