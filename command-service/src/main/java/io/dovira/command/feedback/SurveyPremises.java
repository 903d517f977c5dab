package io.dovira.command.feedback;

import io.dovira.command.platform.Moment;
import io.dovira.events.appeals.Appeal;
import io.dovira.events.offices.Office;
import io.dovira.events.policies.Due;
import io.dovira.events.visits.Visit;
import org.jspecify.annotations.Nullable;

/**
 * What a decision on a survey rests on, besides the survey; office, visit and appeal are null if they are not known or not named.
 *
 * @param expiry until when an offer made now can be answered, and by which rule; null if no rule says so
 */
public record SurveyPremises(
        Moment moment,
        @Nullable Office office,
        @Nullable Visit visit,
        @Nullable Appeal appeal,
        @Nullable Due expiry) {}
