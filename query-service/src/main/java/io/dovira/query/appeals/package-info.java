/**
 * Appeals of citizens: which need somebody next, one with its history, how soon people were answered, and the receipt that a citizen checks
 * without a sign-in. All of it rests on the fold {@link io.dovira.query.appeals.AppealsFold}; whether a term is kept is said by the clock of
 * the question against the due moment that the facts recorded. Start at {@link io.dovira.query.appeals.AppealsController}.
 */
@NullMarked
package io.dovira.query.appeals;

import org.jspecify.annotations.NullMarked;
