package io.dovira.command.feedback;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Intent;
import io.dovira.command.platform.OccurredAt;
import io.dovira.command.platform.Recording;
import io.dovira.command.platform.Verdict;
import io.dovira.events.OfficeId;
import io.dovira.events.appeals.Appeal;
import io.dovira.events.feedback.FeedbackFact;
import io.dovira.events.feedback.Survey;
import io.dovira.events.offices.Office;
import io.dovira.events.policies.Due;
import io.dovira.events.policies.KnownPolicies;
import io.dovira.events.visits.Visit;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A survey as Axon sees it: loads what the decision rests on, lets {@link SurveyDecider} decide, applies what it says. */
@Aggregate(type = "Survey", commandTargetResolver = "streamOfCommand")
class SurveyAggregate {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it.
    private @Nullable String stream;

    private @Nullable Survey survey;

    @CommandHandler(commandName = Surveys.COMMANDS)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Verdict handle(SurveyCommand command, @MetaDataValue(Intent.KEY) Intent intent, SurveySurroundings surroundings) {
        OfficeId office = office(command);
        Decision decision = office == null
                ? decide(command, intent, surroundings)
                : intent.ifOutside(office).orElseGet(() -> decide(command, intent, surroundings));
        return Recording.of(
                decision,
                intent,
                office,
                (fact, meta) -> AggregateLifecycle.apply(fact, meta),
                () -> Objects.requireNonNull(survey));
    }

    private Decision decide(SurveyCommand command, Intent intent, SurveySurroundings surroundings) {
        Office office = null;
        Visit visit = null;
        Appeal appeal = null;
        Due expiry = null;
        if (command instanceof OfferSurvey offer) {
            office = surroundings.office(offer.office()).orElse(null);
            visit = offer.visit() == null
                    ? null
                    : surroundings.visit(offer.visit()).orElse(null);
            appeal = offer.appeal() == null
                    ? null
                    : surroundings.appeal(offer.appeal()).orElse(null);
            expiry = office == null
                    ? null
                    : surroundings
                            .rules()
                            .due(
                                    KnownPolicies.FEEDBACK_SURVEY_OPEN,
                                    intent.moment().occurredAt(),
                                    office.zone())
                            .orElse(null);
        } else if (command instanceof RateOffice rate) {
            office = surroundings.office(rate.office()).orElse(null);
        }
        return SurveyDecider.decide(
                survey, command, new SurveyPremises(intent.moment(), office, visit, appeal, expiry));
    }

    private @Nullable OfficeId office(SurveyCommand command) {
        if (survey != null) {
            return survey.office();
        }
        return switch (command) {
            case OfferSurvey offer -> offer.office();
            case RateOffice rate -> rate.office();
            case AnswerSurvey ignored -> null;
        };
    }

    @EventSourcingHandler
    void on(FeedbackFact fact, EventMessage<?> message) {
        stream = fact.survey().stream();
        survey = Survey.evolve(survey, fact, OccurredAt.of(message));
    }
}
