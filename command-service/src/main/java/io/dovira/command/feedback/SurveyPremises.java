package io.dovira.command.feedback;

import io.dovira.command.platform.Moment;
import io.dovira.events.offices.Office;
import io.dovira.events.visits.Visit;
import org.jspecify.annotations.Nullable;

/** What a decision on a survey rests on, besides the survey; office and visit are null if they are not known or not named. */
record SurveyPremises(
        Moment moment, @Nullable Office office, @Nullable Visit visit) {}
