package io.dovira.command.custody;

import io.dovira.command.platform.Moment;
import io.dovira.events.offices.Office;
import io.dovira.events.policies.PolicyBook;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a decision on a record rests on, besides the record.
 *
 * @param moment when it happens
 * @param actor pseudonym of who asks; two signatures are those of two persons
 * @param office the unit; null if there is none
 * @param policies every limit and threshold, with its history
 * @param eventIds ids of the record's events
 */
public record CustodyPremises(
        Moment moment, String actor, @Nullable Office office, PolicyBook policies, Set<String> eventIds) {}
