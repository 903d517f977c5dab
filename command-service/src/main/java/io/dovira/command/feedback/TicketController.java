package io.dovira.command.feedback;

import io.dovira.command.appeals.Appeals;
import io.dovira.command.platform.Answer;
import io.dovira.command.platform.Endpoint;
import io.dovira.command.platform.Endpoints;
import io.dovira.command.platform.EventIds;
import io.dovira.command.platform.Fields;
import io.dovira.command.platform.Refusal;
import io.dovira.command.platform.Refused;
import io.dovira.command.platform.Refuses;
import io.dovira.command.platform.Seen;
import io.dovira.command.platform.States;
import io.dovira.command.visits.Visits;
import io.dovira.events.AppealId;
import io.dovira.events.SurveyId;
import io.dovira.events.VisitId;
import io.dovira.events.appeals.Appeal;
import io.dovira.events.appeals.ReceiptCode;
import io.dovira.events.feedback.FeedbackFact;
import io.dovira.events.feedback.Survey;
import io.dovira.events.feedback.SurveyChannel;
import io.dovira.events.visits.Leg;
import io.dovira.events.visits.LegState;
import io.dovira.events.visits.TicketCode;
import io.dovira.events.visits.Visit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the page of a citizen's own visit or appeal sends. Whoever holds the code is asked, once, and answers, once; a code that opens nothing is answered
 * like a survey that is not there: there is nothing to learn from trying.
 */
@RestController
@RequestMapping("/ticket/{code}/surveys")
@Tag(name = "Ratings", description = "What visitors say of the service")
@Refuses(SurveyReason.class)
class TicketController {
    private final Endpoint<SurveyId, FeedbackFact, Survey, ShownSurvey> surveys;
    private final States states;

    TicketController(Endpoints endpoints, States states) {
        this.states = states;
        this.surveys = endpoints.of(
                Surveys.SUBJECT,
                new Endpoint.Kind<>(SurveyId::stream, Survey::office, ShownSurvey::of, SurveyReason.SURVEY_UNKNOWN));
    }

    @PostMapping
    @Operation(
            summary = "The page is about to ask how it was; no sign-in",
            description =
                    "A question that was shown counts as offered, whether or not it is answered. Asked again, it is as it is now.")
    Seen<ShownSurvey> ask(
            @Parameter(hidden = true) HttpServletRequest request,
            @PathVariable String code,
            @RequestBody AskBody body) {
        try {
            Answer<ShownSurvey> asked = Objects.requireNonNull(surveys.create(
                            Citizen.envelope(request),
                            body,
                            (fields, intent) -> offer(code, fields.optional("appeal", body.appeal(), AppealId::new)),
                            OfferSurvey::survey)
                    .getBody());
            return new Seen<>(asked.position(), asked.state());
        } catch (Refused refused) {
            if (refused.refusal().reason() != SurveyReason.SURVEY_EXISTS) {
                throw refused;
            }
            OfferSurvey offered = offer(code, body.appeal() == null ? null : new AppealId(body.appeal()));
            Seen<Survey> there =
                    states.find(Surveys.SUBJECT, offered.survey().stream()).orElseThrow(() -> refused);
            return new Seen<>(there.position(), ShownSurvey.of(there.state()));
        }
    }

    @PostMapping("/{survey}/answer")
    @Operation(summary = "Whoever holds the code says how it was; it counts once; no sign-in")
    ResponseEntity<Answer<ShownSurvey>> answer(
            @Parameter(hidden = true) HttpServletRequest request,
            @PathVariable String code,
            @PathVariable String survey,
            @RequestBody AnswerBody body) {
        return surveys.send(
                Citizen.envelope(request),
                body,
                fields -> fields.required("survey", survey, SurveyId::new),
                (fields, id) -> {
                    requireOpenedBy(code, id);
                    return new AnswerSurvey(
                            id,
                            fields.optional("csat", body.csat(), Fields.between(1, 5)),
                            fields.optional("nps", body.nps(), Fields.between(0, 10)),
                            fields.optional("comment", body.comment(), Fields.text(KioskController.LONGEST_COMMENT)));
                });
    }

    private OfferSurvey offer(String code, @Nullable AppealId appeal) {
        return appeal == null ? afterService(code) : afterAnswer(code, appeal);
    }

    private OfferSurvey afterService(String code) {
        Visit visit = read(code, TicketCode::new)
                .flatMap(ticket -> states.find(Visits.SUBJECT, ticket.visit().stream()))
                .map(Seen::state)
                .orElseThrow(TicketController::unknown);
        Leg last = visit.lastLeg();
        if (last == null || last.state() != LegState.SERVED) {
            throw new Refused(new Refusal(
                    SurveyReason.VISIT_NOT_SERVED,
                    "Nobody is asked how it was before it was: the visit is not served."));
        }
        return new OfferSurvey(SurveyId.of(visit.id()), visit.office(), visit.id(), null, null, SurveyChannel.TICKET);
    }

    private OfferSurvey afterAnswer(String code, AppealId id) {
        Appeal appeal = opened(code, id).orElseThrow(TicketController::unknown);
        return new OfferSurvey(
                new SurveyId(EventIds.of("receipt/" + id)), appeal.office(), null, null, id, SurveyChannel.TICKET);
    }

    private Optional<Appeal> opened(String code, AppealId id) {
        return read(code, ReceiptCode::new)
                .flatMap(receipt -> states.find(Appeals.SUBJECT, id.stream())
                        .map(Seen::state)
                        .filter(appeal -> appeal.receipt().equals(receipt.digest())));
    }

    private void requireOpenedBy(String code, @Nullable SurveyId id) {
        boolean opened = id != null
                && states.find(Surveys.SUBJECT, id.stream())
                        .map(Seen::state)
                        .filter(survey -> isAboutWhatItOpens(survey, code))
                        .isPresent();
        if (!opened) {
            throw unknown();
        }
    }

    private boolean isAboutWhatItOpens(Survey survey, String code) {
        VisitId visit = survey.visit();
        if (visit != null) {
            return read(code, TicketCode::new)
                    .filter(ticket -> ticket.visit().equals(visit))
                    .isPresent();
        }
        return survey.appeal() != null && opened(code, survey.appeal()).isPresent();
    }

    private static <T> Optional<T> read(String code, Function<String, T> reading) {
        try {
            return Optional.of(reading.apply(code));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Refused unknown() {
        return new Refused(new Refusal(SurveyReason.SURVEY_UNKNOWN, "This code opens no such survey."));
    }
}
