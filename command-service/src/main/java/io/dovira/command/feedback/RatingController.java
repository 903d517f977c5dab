package io.dovira.command.feedback;

import io.dovira.command.platform.Answer;
import io.dovira.command.platform.Endpoint;
import io.dovira.command.platform.Endpoints;
import io.dovira.command.platform.Envelope;
import io.dovira.command.platform.EventIds;
import io.dovira.command.platform.Fields;
import io.dovira.command.platform.Refuses;
import io.dovira.command.platform.Seen;
import io.dovira.events.AppealId;
import io.dovira.events.OfficeId;
import io.dovira.events.ServiceId;
import io.dovira.events.SurveyId;
import io.dovira.events.VisitId;
import io.dovira.events.feedback.FeedbackFact;
import io.dovira.events.feedback.Survey;
import io.dovira.events.feedback.SurveyChannel;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Surveys: offered once, answered once. */
@RestController
@RequestMapping("/api/v1/ratings")
@Tag(name = "Ratings", description = "What visitors say of the service")
@Refuses(SurveyReason.class)
class RatingController {
    private static final int LONGEST_COMMENT = 2000;

    private final Endpoint<SurveyId, FeedbackFact, Survey, ShownSurvey> surveys;

    RatingController(Endpoints endpoints) {
        this.surveys = endpoints.of(
                Surveys.SUBJECT,
                new Endpoint.Kind<>(SurveyId::stream, Survey::office, ShownSurvey::of, SurveyReason.SURVEY_UNKNOWN));
    }

    @PostMapping
    @Operation(summary = "A visitor is asked to rate the service")
    @ApiResponse(responseCode = "201", description = "Waits for an answer", useReturnTypeSchema = true)
    ResponseEntity<Answer<ShownSurvey>> offer(Envelope envelope, @RequestBody OfferBody body) {
        return surveys.create(
                envelope,
                body,
                (fields, intent) -> {
                    VisitId visit = fields.optional("visit", body.visit(), VisitId::new);
                    return new OfferSurvey(
                            Objects.requireNonNullElseGet(
                                    fields.optional("survey", body.survey(), SurveyId::new),
                                    () -> visit == null
                                            ? new SurveyId(EventIds.of(intent.seed() + "/survey"))
                                            : SurveyId.of(visit)),
                            fields.required("office", body.office(), OfficeId::new),
                            visit,
                            fields.optional("service", body.service(), ServiceId::new),
                            fields.optional("appeal", body.appeal(), AppealId::new),
                            fields.optional("channel", body.channel(), Fields.oneOf(SurveyChannel.class)));
                },
                OfferSurvey::survey);
    }

    @PostMapping("/{survey}/answer")
    @Operation(summary = "The visitor answers; it counts once")
    ResponseEntity<Answer<ShownSurvey>> answer(
            Envelope envelope, @PathVariable String survey, @RequestBody AnswerBody body) {
        return surveys.send(
                envelope,
                body,
                fields -> id(fields, survey),
                (fields, id) -> new AnswerSurvey(
                        id,
                        fields.optional("csat", body.csat(), Fields.between(1, 5)),
                        fields.optional("nps", body.nps(), Fields.between(0, 10)),
                        fields.optional("comment", body.comment(), Fields.text(LONGEST_COMMENT))));
    }

    @GetMapping("/{survey}")
    @Operation(summary = "The survey as the decider sees it now")
    Seen<ShownSurvey> look(Envelope envelope, @PathVariable String survey) {
        return surveys.look(envelope, fields -> id(fields, survey));
    }

    private static SurveyId id(Fields fields, String survey) {
        return fields.required("survey", survey, SurveyId::new);
    }
}
