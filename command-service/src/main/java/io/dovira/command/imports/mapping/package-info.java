/** What a file means: the mapping language, read from YAML and checked. Start at {@link io.dovira.command.imports.mapping.Mapping}. */
@NullMarked
package io.dovira.command.imports.mapping;

import org.jspecify.annotations.NullMarked;
