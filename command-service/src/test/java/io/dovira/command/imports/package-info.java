/** Tests of the import. Those that need the public data sets look for them with {@link io.dovira.command.imports.SharedData} and are skipped, aloud, without them. */
@NullMarked
package io.dovira.command.imports;

import org.jspecify.annotations.NullMarked;
