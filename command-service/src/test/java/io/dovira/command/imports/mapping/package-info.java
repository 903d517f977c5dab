/** Tests of {@code io.dovira.command.imports.mapping}. */
@NullMarked
package io.dovira.command.imports.mapping;

import org.jspecify.annotations.NullMarked;
