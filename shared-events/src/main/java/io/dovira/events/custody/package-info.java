/**
 * Custody: one stream per stay of one detained person, from the apprehension to the sealed record.
 *
 * <p>Start at {@link io.dovira.events.custody.CustodyFact}: its kinds are the seven checklists that run side by side, one file each, between
 * {@link io.dovira.events.custody.ArrivalFact} and {@link io.dovira.events.custody.RecordFact}. {@link io.dovira.events.custody.Custody} is what they
 * add up to, {@link io.dovira.events.custody.Duty} what has to be done. {@link io.dovira.events.custody.UnitFact} tells who is in a unit and who
 * answers for it.
 *
 * <p>No fact holds personal data: pseudonyms, categories, numbers and times only.
 */
@NullMarked
package io.dovira.events.custody;

import org.jspecify.annotations.NullMarked;
