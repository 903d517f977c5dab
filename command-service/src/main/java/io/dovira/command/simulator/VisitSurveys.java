package io.dovira.command.simulator;

import io.dovira.events.feedback.SurveyChannel;
import io.dovira.events.offices.Office;
import io.dovira.events.visits.Visit;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What visitors say at the tablet on their way out. */
final class VisitSurveys {
    private final Agenda agenda;
    private final Chance chance;

    VisitSurveys(Agenda agenda, Chance chance) {
        this.agenda = agenda;
        this.chance = chance;
    }

    /** Somebody has just been served: some are asked, some of those tell. */
    void served(Visit visit, Office office, Duration waited, Instant at) {
        if (!chance.happens(0.6)) {
            return;
        }
        SimulatedSurvey survey = SimulatedSurvey.of(visit, office, Actor.KIOSK);
        Instant offered = chance.later(at, 20, 60);
        agenda.schedule(offered, () -> agenda.commit(survey.offer(offered, SurveyChannel.KIOSK)));
        if (chance.happens(0.42)) {
            Instant answered = chance.later(offered, 10, 50);
            int csat = satisfaction(waited);
            @Nullable Integer nps = chance.happens(0.5) ? chance.recommendation(csat) : null;
            @Nullable String comment = chance.happens(0.12) ? Comments.choose(csat, chance.random()) : null;
            agenda.schedule(answered, () -> agenda.commit(survey.answer(answered, csat, nps, comment)));
        }
    }

    /** Five for who was called at once, one point less for each 20 minutes of wait, and a person's own mood. */
    private int satisfaction(Duration waited) {
        return chance.satisfaction(4.9 - waited.toSeconds() / 60.0 / 20);
    }
}
