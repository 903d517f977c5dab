/**
 * Community officers: the communities and how many people are said to live there, the way of an officer from candidate to assignment, stations, and
 * what others published about trust and coverage.
 */
@NullMarked
package io.dovira.events.community;

import org.jspecify.annotations.NullMarked;
