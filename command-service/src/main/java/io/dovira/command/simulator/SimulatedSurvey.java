package io.dovira.command.simulator;

import io.dovira.command.feedback.AnswerSurvey;
import io.dovira.command.feedback.OfferSurvey;
import io.dovira.command.feedback.SurveyCommand;
import io.dovira.command.feedback.SurveyPremises;
import io.dovira.command.feedback.Surveys;
import io.dovira.command.platform.Moment;
import io.dovira.events.SurveyId;
import io.dovira.events.appeals.Appeal;
import io.dovira.events.feedback.FeedbackFact;
import io.dovira.events.feedback.Survey;
import io.dovira.events.feedback.SurveyChannel;
import io.dovira.events.offices.Office;
import io.dovira.events.policies.BuiltInPolicies;
import io.dovira.events.policies.KnownPolicies;
import io.dovira.events.policies.PolicyBook;
import io.dovira.events.visits.Visit;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A simulated survey: of one visit, or of the answer to one appeal. */
final class SimulatedSurvey {
    private static final PolicyBook LAW = BuiltInPolicies.book();

    private final SurveyId id;
    private final Office office;
    private final @Nullable Visit visit;
    private final @Nullable Appeal appeal;
    private final Actor actor;
    private final SimulatedStory<FeedbackFact, Survey> story;

    private SimulatedSurvey(SurveyId id, Office office, @Nullable Visit visit, @Nullable Appeal appeal, Actor actor) {
        this.id = id;
        this.office = office;
        this.visit = visit;
        this.appeal = appeal;
        this.actor = actor;
        this.story = new SimulatedStory<>(FeedbackFact.class, Survey::evolve, id.stream(), office.id());
    }

    static SimulatedSurvey of(Visit visit, Office office, Actor actor) {
        return new SimulatedSurvey(SurveyId.of(visit.id()), office, visit, null, actor);
    }

    static SimulatedSurvey of(Appeal appeal, Office office, Actor actor) {
        return new SimulatedSurvey(new SurveyId("s." + appeal.id()), office, null, appeal, actor);
    }

    List<SimulatedFact> offer(Instant at, SurveyChannel channel) {
        return act(
                at,
                new OfferSurvey(
                        id,
                        office.id(),
                        visit == null ? null : visit.id(),
                        null,
                        appeal == null ? null : appeal.id(),
                        channel));
    }

    List<SimulatedFact> answer(Instant at, int csat, @Nullable Integer nps, @Nullable String comment) {
        return act(at, new AnswerSurvey(id, csat, nps, comment));
    }

    private List<SimulatedFact> act(Instant at, SurveyCommand command) {
        SurveyPremises premises = new SurveyPremises(
                Moment.at(at, at),
                office,
                visit,
                appeal,
                LAW.due(KnownPolicies.FEEDBACK_SURVEY_OPEN, at, office.zone()).orElse(null));
        return story.take(Surveys.decide(story.stateOrNull(), command, premises), at, actor);
    }
}
