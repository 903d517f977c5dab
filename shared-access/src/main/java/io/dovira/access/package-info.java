/**
 * Who asks, and what they may: what both services must answer alike.
 *
 * <p>Rule: a session, a bearer token or nobody are all reduced to authorities ({@code ROLE_clerk}, {@code OFFICE_lviv-03}, {@code OFFICE_*}) by
 * {@link io.dovira.access.Claims}, and only authorities are looked at afterwards. Which role may do what is not here: each service has its own
 * rules.
 *
 * <p>Start with {@link io.dovira.access.Caller}.
 */
@NullMarked
package io.dovira.access;

import org.jspecify.annotations.NullMarked;
