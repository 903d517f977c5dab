/**
 * Decides who is asking and what they may ask for.
 *
 * <p>Rule: every request is a person with a session, a machine or person with a bearer token, or nobody; all three are reduced to
 * authorities ({@code ROLE_clerk}, {@code OFFICE_lviv-03}, {@code OFFICE_*}) in one place ({@link
 * io.dovira.access.Claims}), and only authorities are looked at afterwards. What is not listed in {@link
 * io.dovira.query.identity.AccessRules} is for administrators only.
 *
 * <p>Use: a controller takes a {@link io.dovira.access.Caller} parameter. Before it decides anything about an office it calls
 * {@code caller.offices().require(office)}; the refusal becomes a 403 problem by itself.
 *
 * <p>In tests: {@code @Import(TestIssuer.class)} on the {@code @SpringBootTest}, then send {@code "Authorization: " +
 * TestIssuer.bearer("clerk")}, or {@code TestIssuer.bearer("clerk", "lviv-03")} for a caller limited to offices. With MockMvc instead:
 * {@code .with(jwt().authorities(Authorities.role("clerk"), Authorities.everyOffice()))}.
 *
 * <p>Start with {@link io.dovira.query.identity.IdentityConfiguration}.
 */
@NullMarked
package io.dovira.query.identity;

import org.jspecify.annotations.NullMarked;
