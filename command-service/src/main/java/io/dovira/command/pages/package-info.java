/**
 * The pages on which things are done. What they stand on (layout, languages, modules, security policy) is {@link io.dovira.pages}.
 *
 * <p>Rule: a page is a thin shell. It does what programs do, by the same commands, so that nothing can be done on a page that the interface does not
 * refuse or record.
 *
 * <p>Start with {@link io.dovira.command.pages.DeskPage}, then {@code templates/desk.html}, then {@code static/js/desk.js}.
 */
@NullMarked
package io.dovira.command.pages;

import org.jspecify.annotations.NullMarked;
