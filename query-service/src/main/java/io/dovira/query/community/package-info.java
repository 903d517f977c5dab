/**
 * Which communities are served by a community officer: as of any day, by region, with the people who are served, the way of officers from candidate
 * to assignment, contacts and reports, and what others published about trust and coverage. The fold keeps for each community every spell of every officer,
 * so that a day of the past is told from the same document as today. Start at {@link io.dovira.query.community.CommunityController}.
 *
 * <p>Rule: trust comes from independent surveys only; claims that contradict each other stand side by side with their sources.
 */
@NullMarked
package io.dovira.query.community;

import org.jspecify.annotations.NullMarked;
