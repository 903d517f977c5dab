package io.dovira.command.feedback;

import io.dovira.command.platform.Subject;
import io.dovira.events.feedback.FeedbackFact;
import io.dovira.events.feedback.Survey;

/** Surveys as something that commands are for and states are read of. */
final class Surveys {
    static final String COMMANDS = "surveys";

    static final Subject<FeedbackFact, Survey> SUBJECT =
            new Subject<>(COMMANDS, FeedbackFact.class, Survey.class, Survey::evolve);

    private Surveys() {}
}
