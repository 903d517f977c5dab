/**
 * What every page of both services stands on: layout, languages, texts, modules, security policy, and the sign-in of people with a browser.
 *
 * <p>Rule: a page is a thin shell. The server decides language, theme, links and wording; every figure comes from the JSON
 * endpoints that integrators use too, so that a page can never know more, or something else, than the interface tells. Which pages there are, and
 * who may open them, is not here: each service has its own.
 *
 * <p>Use: a service imports {@link io.dovira.pages.PagesConfiguration} and says with a {@link io.dovira.pages.Site} which of the two it is. A view is
 * named after its module ({@code templates/desk.html}, {@code static/js/desk.js}); its wording stands in {@code messages*.properties} of the service,
 * what the layout says in {@code messages-shared*.properties} here. A page's model may name {@code styles} beside {@code app.css}, and a {@code policy} of its
 * own.
 *
 * <p>Start with {@link io.dovira.pages.PagesConfiguration}, then {@code templates/layout.html}.
 */
@NullMarked
package io.dovira.pages;

import org.jspecify.annotations.NullMarked;
