package io.dovira.command.feedback;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Moment;
import io.dovira.events.AppealId;
import io.dovira.events.ServiceId;
import io.dovira.events.SurveyId;
import io.dovira.events.appeals.Appeal;
import io.dovira.events.feedback.Survey;
import io.dovira.events.feedback.SurveyAnswered;
import io.dovira.events.feedback.SurveyChannel;
import io.dovira.events.feedback.SurveyOffered;
import io.dovira.events.offices.Office;
import io.dovira.events.policies.Due;
import io.dovira.events.visits.Leg;
import io.dovira.events.visits.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What may happen to a survey, and when. Pure. */
final class SurveyDecider {
    /** A tablet without a connection over a long weekend; whoever may sign in may tell older answers. */
    static final Duration OLDEST_RATING = Duration.ofDays(3);

    private SurveyDecider() {}

    static Decision decide(@Nullable Survey survey, SurveyCommand command, SurveyPremises premises) {
        Optional<Decision> future = premises.moment().ifInTheFuture();
        if (future.isPresent()) {
            return future.get();
        }
        return switch (command) {
            case OfferSurvey c ->
                survey == null
                        ? offer(c, premises)
                        : Decision.refuse(
                                SurveyReason.SURVEY_EXISTS,
                                "Survey " + c.survey() + " was offered at " + survey.offeredAt() + " already.");
            case RateOffice c ->
                survey == null
                        ? rate(c, premises)
                        : Decision.refuse(SurveyReason.SURVEY_EXISTS, "Survey " + c.survey() + " is there already.");
            case AnswerSurvey c ->
                survey == null
                        ? Decision.refuse(SurveyReason.SURVEY_UNKNOWN, "There is no survey " + c.survey() + ".")
                        : answer(survey, c, premises);
        };
    }

    private static Decision offer(OfferSurvey offer, SurveyPremises premises) {
        Office office = premises.office();
        if (office == null) {
            return Decision.refuse(SurveyReason.OFFICE_UNKNOWN, "There is no office " + offer.office() + ".");
        }
        if (offer.visit() != null && offer.appeal() != null) {
            return Decision.refuse(SurveyReason.ONE_SUBJECT, "Name the visit or the appeal that is rated, not both.");
        }
        return offer.appeal() == null
                ? offered(offer, office, premises)
                : afterAnswer(offer, offer.appeal(), office, premises);
    }

    /** Nobody is asked how it was before there was something; a reopened appeal has been answered once. */
    private static Decision afterAnswer(OfferSurvey offer, AppealId id, Office office, SurveyPremises premises) {
        Appeal appeal = premises.appeal();
        if (appeal == null || !appeal.office().equals(office.id())) {
            return Decision.refuse(SurveyReason.APPEAL_UNKNOWN, "Office " + office.id() + " has no appeal " + id + ".");
        }
        return appeal.firstAnswerAt()
                .map(at -> premises.moment().notBefore(at, () -> offered(offer, office, premises)))
                .orElseGet(() -> Decision.refuse(
                        SurveyReason.APPEAL_NOT_ANSWERED, "Appeal " + id + " is " + appeal.state() + "."));
    }

    private static Decision offered(OfferSurvey offer, Office office, SurveyPremises premises) {
        Visit visit = premises.visit();
        if (offer.visit() != null && (visit == null || !visit.office().equals(office.id()))) {
            return Decision.refuse(
                    SurveyReason.VISIT_UNKNOWN, "Office " + office.id() + " has no visit " + offer.visit() + ".");
        }
        if (offer.visit() != null && !offer.survey().equals(SurveyId.of(offer.visit()))) {
            return Decision.refuse(
                    SurveyReason.SURVEY_OF_VISIT,
                    "The survey of visit " + offer.visit() + " is " + SurveyId.of(offer.visit())
                            + ", whoever asks: leave its id out.");
        }
        ServiceId service = offer.service() == null && visit != null ? lastService(visit) : offer.service();
        if (service != null && office.service(service).isEmpty()) {
            return Decision.refuse(
                    SurveyReason.SERVICE_NOT_OFFERED, "Office " + office.id() + " has never offered " + service + ".");
        }
        Due expiry = premises.expiry();
        return Decision.accept(new SurveyOffered(
                offer.survey(),
                office.id(),
                offer.visit(),
                service,
                offer.appeal(),
                offer.channel() == null && offer.appeal() != null ? SurveyChannel.APPEAL : offer.channel(),
                expiry == null ? null : expiry.at(),
                expiry == null ? null : expiry.policy()));
    }

    private static Decision rate(RateOffice rate, SurveyPremises premises) {
        Office office = premises.office();
        if (office == null) {
            return Decision.refuse(SurveyReason.OFFICE_UNKNOWN, "There is no office " + rate.office() + ".");
        }
        if (office.closed()) {
            return Decision.refuse(SurveyReason.OFFICE_CLOSED, "Office " + office.id() + " serves nobody any more.");
        }
        Moment moment = premises.moment();
        if (moment.occurredAt().isBefore(moment.now().minus(OLDEST_RATING))) {
            return Decision.refuse(
                    SurveyReason.RATING_TOO_OLD,
                    "It was given at " + moment.occurredAt() + ", more than " + OLDEST_RATING.toDays() + " days ago.");
        }
        return Decision.accept(new SurveyAnswered(
                rate.survey(), office.id(), null, null, rate.csat(), rate.nps(), rate.comment(), SurveyChannel.KIOSK));
    }

    private static @Nullable ServiceId lastService(Visit visit) {
        Leg last = visit.lastLeg();
        return last == null ? null : last.service();
    }

    private static Decision answer(Survey survey, AnswerSurvey answer, SurveyPremises premises) {
        if (survey.answer() != null) {
            return Decision.refuse(
                    SurveyReason.SURVEY_ANSWERED, "It was answered at " + survey.answeredAt() + ". It counts once.");
        }
        Instant expiresAt = survey.expiresAt();
        if (expiresAt != null && premises.moment().occurredAt().isAfter(expiresAt)) {
            return Decision.refuse(SurveyReason.SURVEY_EXPIRED, "It could be answered until " + expiresAt + ".");
        }
        if (answer.csat() == null
                && answer.nps() == null
                && (answer.comment() == null || answer.comment().isBlank())) {
            return Decision.refuse(SurveyReason.ANSWER_EMPTY, "Give csat, nps or a comment.");
        }
        return premises.moment()
                .notBefore(
                        Objects.requireNonNullElse(survey.offeredAt(), Instant.MIN),
                        () -> Decision.accept(new SurveyAnswered(
                                survey.id(),
                                survey.office(),
                                survey.visit(),
                                survey.service(),
                                answer.csat(),
                                answer.nps(),
                                answer.comment(),
                                null)));
    }
}
