/**
 * The pages that people look at all day: what they are called, in which language, with which scripts, under which security policy.
 *
 * <p>Rule: a page is a thin shell. The server decides language, theme, links and wording; every figure comes from the JSON
 * endpoints that integrators use too, so that a page can never know more, or something else, than the interface tells.
 *
 * <p>Start with {@link io.dovira.query.pages.PagesConfiguration}, then {@code templates/layout.html}, then {@code static/js/board.js}.
 */
@NullMarked
package io.dovira.query.pages;

import org.jspecify.annotations.NullMarked;
