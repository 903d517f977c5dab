package io.dovira.command.feedback;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Subject;
import io.dovira.events.feedback.FeedbackFact;
import io.dovira.events.feedback.Survey;
import org.jspecify.annotations.Nullable;

/** Surveys as something that commands are for and states are read of. */
public final class Surveys {
    static final String COMMANDS = "surveys";

    static final Subject<FeedbackFact, Survey> SUBJECT =
            new Subject<>(COMMANDS, FeedbackFact.class, Survey.class, Survey::evolve);

    private Surveys() {}

    /** What a command leads to, for who has no bus: the decision that an aggregate would get. */
    public static Decision decide(@Nullable Survey survey, SurveyCommand command, SurveyPremises premises) {
        return SurveyDecider.decide(survey, command, premises);
    }
}
