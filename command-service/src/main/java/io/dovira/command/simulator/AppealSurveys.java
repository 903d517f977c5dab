package io.dovira.command.simulator;

import io.dovira.events.appeals.AnswerOutcome;
import io.dovira.events.appeals.Appeal;
import io.dovira.events.feedback.SurveyChannel;
import io.dovira.events.offices.Office;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What applicants say of the answers to their appeals: some are asked, some of those tell. */
final class AppealSurveys {
    private static final Actor PORTAL = Actor.system("portal");

    /** Whoever thinks longer finds it closed. */
    private static final Duration LONGEST = Duration.ofDays(13);

    private final Agenda agenda;
    private final Chance chance;
    private final Office office;

    AppealSurveys(Office office, long seed, Agenda agenda) {
        this.office = office;
        this.agenda = agenda;
        this.chance = new Chance(seed, office.id() + "/appeal-surveys");
    }

    /** The applicant has just got the answer. */
    void answered(Appeal appeal, AnswerOutcome outcome, boolean inTime, Instant at) {
        if (!chance.happens(0.6)) {
            return;
        }
        SimulatedSurvey survey = SimulatedSurvey.of(appeal, office, PORTAL);
        Instant offered = chance.later(at, 60, 30 * 60);
        agenda.schedule(offered, () -> agenda.commit(survey.offer(offered, SurveyChannel.APPEAL)));
        if (chance.happens(0.34)) {
            Duration later = chance.logNormal(Duration.ofHours(9), 0.9);
            Instant told = offered.plus(later.compareTo(LONGEST) < 0 ? later : LONGEST);
            int csat = satisfaction(outcome, inTime);
            @Nullable Integer nps = chance.happens(0.4) ? chance.recommendation(csat) : null;
            agenda.schedule(told, () -> agenda.commit(survey.answer(told, csat, nps, null)));
        }
    }

    private int satisfaction(AnswerOutcome outcome, boolean inTime) {
        double usual = switch (outcome) {
            case SATISFIED -> 4.6;
            case PARTLY_SATISFIED -> 3.7;
            case EXPLAINED -> 3.4;
            case REJECTED -> 2.1;
        };
        return chance.satisfaction(usual - (inTime ? 0 : 1));
    }
}
