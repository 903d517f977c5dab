/**
 * What a client may say: every command, each of its fields, and the answer. Rule: what is not understood is refused under
 * MongoDB's own error code, never accepted in silence. Start at {@link io.dovira.embedded.command.Backend}.
 */
@NullMarked
package io.dovira.embedded.command;

import org.jspecify.annotations.NullMarked;
