/**
 * What corrections of visits, appeals and custody records have in common: they name an event and what the corrector has seen, and where a policy asks for a
 * second person they are only proposed. Pure. Start at {@link io.dovira.command.corrections.CorrectionRules}.
 */
@NullMarked
package io.dovira.command.corrections;

import org.jspecify.annotations.NullMarked;
