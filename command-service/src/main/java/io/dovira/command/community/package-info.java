/**
 * Community officers: communities and how many people are said to live there, officers from candidate to assignment, stations, and what others
 * published. One aggregate each; start at {@link io.dovira.command.community.OfficerCommand}, {@code OfficerDecider} says what may happen when.
 *
 * <p>Rule: trust comes from independent surveys only, and what two sources say differently stands side by side.
 */
@NullMarked
package io.dovira.command.community;

import org.jspecify.annotations.NullMarked;
