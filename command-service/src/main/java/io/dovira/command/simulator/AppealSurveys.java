package io.dovira.command.simulator;

import io.dovira.command.feedback.AnswerSurvey;
import io.dovira.command.feedback.OfferSurvey;
import io.dovira.command.feedback.SurveyCommand;
import io.dovira.command.feedback.SurveyPremises;
import io.dovira.command.feedback.Surveys;
import io.dovira.command.platform.Moment;
import io.dovira.events.Fact;
import io.dovira.events.SurveyId;
import io.dovira.events.appeals.AnswerOutcome;
import io.dovira.events.appeals.Appeal;
import io.dovira.events.feedback.FeedbackFact;
import io.dovira.events.feedback.Survey;
import io.dovira.events.feedback.SurveyChannel;
import io.dovira.events.offices.Office;
import io.dovira.events.policies.BuiltInPolicies;
import io.dovira.events.policies.KnownPolicies;
import io.dovira.events.policies.PolicyBook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What applicants say of the answers to their appeals: some are asked, some of those tell. */
final class AppealSurveys {
    private static final PolicyBook LAW = BuiltInPolicies.book();
    private static final Actor PORTAL = Actor.system("portal");

    /** Whoever thinks longer finds it closed. */
    private static final Duration LONGEST = Duration.ofDays(13);

    private final Agenda agenda;
    private final Chance chance;
    private final OfficeProfile profile;

    AppealSurveys(OfficeProfile profile, long seed, Agenda agenda) {
        this.profile = profile;
        this.agenda = agenda;
        this.chance = new Chance(seed, profile.id() + "/appeal-surveys");
    }

    /** The applicant has just got the answer. */
    void answered(Appeal appeal, Office office, AnswerOutcome outcome, boolean inTime, Instant at) {
        if (!chance.happens(0.6)) {
            return;
        }
        Asked asked = new Asked(new SurveyId("s." + appeal.id()), appeal, office);
        Instant offered = chance.later(at, 60, 30 * 60);
        agenda.schedule(
                offered,
                () -> act(
                        asked,
                        offered,
                        new OfferSurvey(asked.id, office.id(), null, null, appeal.id(), SurveyChannel.APPEAL)));
        if (chance.happens(0.34)) {
            Duration later = chance.logNormal(Duration.ofHours(9), 0.9);
            Instant told = offered.plus(later.compareTo(LONGEST) < 0 ? later : LONGEST);
            int csat = satisfaction(outcome, inTime);
            @Nullable Integer nps = chance.happens(0.4) ? recommendation(csat) : null;
            agenda.schedule(told, () -> act(asked, told, new AnswerSurvey(asked.id, csat, nps, null)));
        }
    }

    private int satisfaction(AnswerOutcome outcome, boolean inTime) {
        double usual = switch (outcome) {
            case SATISFIED -> 4.6;
            case PARTLY_SATISFIED -> 3.7;
            case EXPLAINED -> 3.4;
            case REJECTED -> 2.1;
        };
        return Math.clamp(Math.round(usual - (inTime ? 0 : 1) + 0.7 * chance.gaussian()), 1, 5);
    }

    private int recommendation(int csat) {
        return Math.clamp(Math.round(csat * 2.1 - 0.6 + chance.gaussian()), 0, 10);
    }

    private void act(Asked asked, Instant at, SurveyCommand command) {
        SurveyPremises premises = new SurveyPremises(
                Moment.at(at, at),
                asked.office,
                null,
                asked.appeal,
                LAW.due(KnownPolicies.FEEDBACK_SURVEY_OPEN, at, profile.zone()).orElse(null));
        List<SimulatedFact> facts = new ArrayList<>();
        for (Fact fact : Surveys.decide(asked.survey, command, premises).orThrow()) {
            asked.survey = Survey.evolve(asked.survey, (FeedbackFact) fact, at);
            facts.add(asked.stream.fact(at, fact, PORTAL));
        }
        agenda.commit(facts);
    }

    private final class Asked {
        final SurveyId id;
        final SimulatedStream stream;
        final Appeal appeal;
        final Office office;

        @Nullable
        Survey survey;

        Asked(SurveyId id, Appeal appeal, Office office) {
            this.id = id;
            this.stream = new SimulatedStream(id.stream(), profile.id());
            this.appeal = appeal;
            this.office = office;
        }
    }
}
