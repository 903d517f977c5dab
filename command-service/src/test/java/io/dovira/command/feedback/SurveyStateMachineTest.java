package io.dovira.command.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Lateness;
import io.dovira.command.platform.Moment;
import io.dovira.events.OfficeId;
import io.dovira.events.OrganisationId;
import io.dovira.events.RegionId;
import io.dovira.events.SurveyId;
import io.dovira.events.feedback.FeedbackFact;
import io.dovira.events.feedback.Survey;
import io.dovira.events.feedback.SurveyAnswered;
import io.dovira.events.feedback.SurveyChannel;
import io.dovira.events.feedback.SurveyOffered;
import io.dovira.events.offices.Office;
import io.dovira.events.offices.OfficeRegistered;
import io.dovira.events.policies.Due;
import io.dovira.eventstore.codec.RecordCodecs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** Whatever is asked of a survey, in any order and at any time: it is offered at most once, answered at most once, and in its time. */
class SurveyStateMachineTest {
    private static final SurveyId ID = new SurveyId("s1");
    private static final OfficeId OFFICE = new OfficeId("lviv-03");
    private static final Instant NINE = Instant.parse("2026-03-02T07:00:00Z");
    private static final Map<String, String> NAME = Map.of("en", "A name");
    private static final Office KNOWN = Office.evolve(
            null,
            new OfficeRegistered(
                    OFFICE, NAME, new OrganisationId("police"), NAME, new RegionId("lviv"), NAME, "Europe/Kyiv"),
            NINE);
    /** As long as about five steps. */
    private static final int OPEN_SECONDS = 600;

    enum Kind {
        OFFER,
        RATE,
        ANSWER
    }

    /** @param late seconds between its happening and its report; negative for a clock that runs ahead */
    record Step(
            Kind kind,
            int seconds,
            int late,
            @Nullable Integer csat,
            @Nullable Integer nps,
            boolean expires) {
        SurveyCommand command() {
            return switch (kind) {
                case OFFER -> new OfferSurvey(ID, OFFICE, null, null, null, SurveyChannel.KIOSK);
                case RATE -> new RateOffice(ID, OFFICE, csat == null ? 1 : csat, nps, null);
                case ANSWER -> new AnswerSurvey(ID, csat, nps, null);
            };
        }
    }

    record Kept(FeedbackFact fact, Instant at) {}

    @Property(tries = 500)
    void isAnsweredOnceAndInItsTime(@ForAll("steps") List<Step> steps) {
        List<Kept> story = new ArrayList<>();
        @Nullable Survey survey = null;
        Instant now = NINE;
        for (Step step : steps) {
            now = now.plusSeconds(step.seconds());
            Moment moment = Lateness.moment(now, step.late());
            @Nullable
            Due expiry = step.expires() ? new Due("feedback-survey-open@1", now.plusSeconds(OPEN_SECONDS)) : null;
            Decision decision =
                    SurveyDecider.decide(survey, step.command(), new SurveyPremises(moment, KNOWN, null, null, expiry));
            if (decision instanceof Decision.Accepted yes) {
                Instant at = yes.at() == null ? moment.occurredAt() : yes.at();
                FeedbackFact fact = (FeedbackFact) yes.facts().getFirst();
                assertThat(yes.facts()).hasSize(1);
                story.add(new Kept(fact, at));
                survey = Survey.evolve(survey, fact, at);
                assertThat(replayed(story)).isEqualTo(survey);
                holdsTogether(story, Objects.requireNonNull(survey));
            }
        }
        Statistics.label("life").collect(story.size());
        Statistics.label("life").coverage(coverage -> {
            coverage.check(1).count(count -> count > 10);
            coverage.check(2).count(count -> count > 10);
        });
    }

    private static void holdsTogether(List<Kept> story, Survey survey) {
        assertThat(story).hasSizeLessThanOrEqualTo(2);
        assertThat(story.stream().map(Kept::at)).isSorted();
        assertThat(story.stream().skip(1)).allSatisfy(kept -> {
            assertThat(story.getFirst().fact()).isInstanceOf(SurveyOffered.class);
            assertThat(kept.fact()).isInstanceOf(SurveyAnswered.class);
        });
        SurveyAnswered answer = survey.answer();
        if (answer != null) {
            assertThat(answer.csat() != null || answer.nps() != null).isTrue();
            if (survey.offeredAt() != null && survey.expiresAt() != null) {
                assertThat(survey.answeredAt()).isBetween(survey.offeredAt(), survey.expiresAt());
            }
        }
    }

    /** As a reader of the log would fold it: every fact through its stored form. */
    private static Survey replayed(List<Kept> story) {
        @Nullable Survey survey = null;
        for (Kept kept : story) {
            FeedbackFact fact = kept.fact();
            survey = Survey.evolve(
                    survey, RecordCodecs.decode(RecordCodecs.encode((Record) fact), fact.getClass()), kept.at());
        }
        return Objects.requireNonNull(survey);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(0, 240),
                        Lateness.seconds(),
                        Arbitraries.integers().between(1, 5).injectNull(0.3),
                        Arbitraries.integers().between(0, 10).injectNull(0.5),
                        Arbitraries.of(true, false))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }
}
