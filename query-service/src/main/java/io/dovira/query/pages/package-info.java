/**
 * The pages that people look at all day. What they stand on (layout, languages, modules, security policy) is {@link io.dovira.pages}.
 *
 * <p>Rule: a page is a thin shell. The server decides language, theme, links and wording; every figure comes from the JSON
 * endpoints that integrators use too, so that a page can never know more, or something else, than the interface tells.
 *
 * <p>Start with {@link io.dovira.query.pages.BoardPage}, then {@code templates/board.html}, then {@code static/js/board.js}.
 */
@NullMarked
package io.dovira.query.pages;

import org.jspecify.annotations.NullMarked;
