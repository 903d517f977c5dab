package io.dovira.command.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Moment;
import io.dovira.events.Fact;
import io.dovira.events.OfficeId;
import io.dovira.events.OrganisationId;
import io.dovira.events.RegionId;
import io.dovira.events.ServiceId;
import io.dovira.events.SurveyId;
import io.dovira.events.VisitId;
import io.dovira.events.feedback.FeedbackFact;
import io.dovira.events.feedback.Survey;
import io.dovira.events.feedback.SurveyAnswered;
import io.dovira.events.feedback.SurveyChannel;
import io.dovira.events.feedback.SurveyOffered;
import io.dovira.events.offices.Office;
import io.dovira.events.offices.OfficeRegistered;
import io.dovira.events.offices.ServiceOffered;
import io.dovira.events.visits.Channel;
import io.dovira.events.visits.TicketIssued;
import io.dovira.events.visits.Visit;
import io.dovira.events.visits.VisitorArrived;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whoever asks after a visit, under whatever id and in whatever order: it is asked after once, and has one answer. */
class OneAnswerForAVisitTest {
    private static final OfficeId OFFICE = new OfficeId("lviv-03");
    private static final ServiceId ADVICE = new ServiceId("advice");
    private static final List<VisitId> VISITS = List.of(new VisitId("v1"), new VisitId("v2"));
    private static final Instant NINE = Instant.parse("2026-03-02T07:00:00Z");

    /**
     * The page of the ticket, a clerk or a program does something.
     *
     * @param visit one of the visits; beyond them the office at large is rated
     * @param chosen one of the ids that a clerk may choose; beyond them it is the one that the visit gives
     */
    record Step(boolean asks, int visit, int chosen, int csat) {
        private SurveyId survey() {
            VisitId about = about();
            return chosen < 2 || about == null ? new SurveyId("chosen-" + chosen) : SurveyId.of(about);
        }

        private @Nullable VisitId about() {
            return visit < VISITS.size() ? VISITS.get(visit) : null;
        }

        SurveyCommand command() {
            return asks
                    ? new OfferSurvey(survey(), OFFICE, about(), null, null, SurveyChannel.OTHER)
                    : new AnswerSurvey(survey(), csat, null, null);
        }
    }

    @Property(tries = 500)
    void countsOnce(@ForAll("steps") List<Step> steps) {
        Map<SurveyId, Survey> surveys = new HashMap<>();
        List<Fact> recorded = new ArrayList<>();
        Instant now = NINE;
        for (Step step : steps) {
            now = now.plusSeconds(60);
            Survey survey = surveys.get(step.survey());
            SurveyPremises premises = new SurveyPremises(Moment.now(now), office(), visit(step.about()), null, null);
            if (SurveyDecider.decide(survey, step.command(), premises) instanceof Decision.Accepted yes) {
                for (Fact fact : yes.facts()) {
                    recorded.add(fact);
                    surveys.put(step.survey(), Survey.evolve(surveys.get(step.survey()), (FeedbackFact) fact, now));
                }
            }
        }

        for (VisitId visit : VISITS) {
            assertThat(recorded)
                    .filteredOn(fact -> fact instanceof SurveyOffered offered && visit.equals(offered.visit()))
                    .hasSizeLessThanOrEqualTo(1);
            assertThat(recorded)
                    .filteredOn(fact -> fact instanceof SurveyAnswered answered && visit.equals(answered.visit()))
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, VISITS.size()),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(1, 5))
                .as(Step::new)
                .list()
                .ofMaxSize(20);
    }

    private static Office office() {
        Map<String, String> name = Map.of("en", "A name");
        Office office = Office.evolve(
                null,
                new OfficeRegistered(
                        OFFICE, name, new OrganisationId("police"), name, new RegionId("lviv"), name, "Europe/Kyiv"),
                NINE);
        return Office.evolve(office, new ServiceOffered(OFFICE, ADVICE, name, null), NINE);
    }

    private static @Nullable Visit visit(@Nullable VisitId id) {
        if (id == null) {
            return null;
        }
        Visit arrived = Visit.evolve(null, new VisitorArrived(id, OFFICE, Channel.IN_PERSON, null), NINE);
        return Visit.evolve(arrived, new TicketIssued(id, "A001", ADVICE), NINE);
    }
}
