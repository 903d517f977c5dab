package io.dovira.command.feedback;

import io.dovira.command.identity.Caller;
import io.dovira.command.platform.Answer;
import io.dovira.command.platform.Commands;
import io.dovira.command.platform.EventIds;
import io.dovira.command.platform.Fields;
import io.dovira.command.platform.Intent;
import io.dovira.command.platform.Intents;
import io.dovira.command.platform.Refusal;
import io.dovira.command.platform.Refused;
import io.dovira.command.platform.Seen;
import io.dovira.command.platform.States;
import io.dovira.command.platform.Timed;
import io.dovira.events.OfficeId;
import io.dovira.events.ServiceId;
import io.dovira.events.SurveyId;
import io.dovira.events.VisitId;
import io.dovira.events.feedback.Survey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
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
class RatingController {
    private static final int LONGEST_COMMENT = 2000;

    private final Commands commands;
    private final Intents intents;
    private final States states;

    RatingController(Commands commands, Intents intents, States states) {
        this.commands = commands;
        this.intents = intents;
        this.states = states;
    }

    @PostMapping
    @Operation(summary = "A visitor is asked to rate the service")
    ResponseEntity<Answer<ShownSurvey>> offer(Caller caller, HttpServletRequest request, @RequestBody OfferBody body) {
        Intent intent = intent(caller, request, body);
        OfferSurvey offer = Fields.read(fields -> new OfferSurvey(
                Objects.requireNonNullElseGet(
                        fields.optional("survey", body.survey(), SurveyId::new),
                        () -> new SurveyId(EventIds.of(intent.seed() + "/survey"))),
                fields.required("office", body.office(), OfficeId::new),
                fields.optional("visit", body.visit(), VisitId::new),
                fields.optional("service", body.service(), ServiceId::new)));
        return Answer.created(
                commands.send(Surveys.SUBJECT, offer.survey().stream(), offer, intent),
                ShownSurvey::of,
                "/api/v1/ratings/" + offer.survey());
    }

    @PostMapping("/{survey}/answer")
    @Operation(summary = "The visitor answers; it counts once")
    ResponseEntity<Answer<ShownSurvey>> answer(
            Caller caller, HttpServletRequest request, @PathVariable String survey, @RequestBody AnswerBody body) {
        Intent intent = intent(caller, request, body);
        AnswerSurvey answer = Fields.read(fields -> new AnswerSurvey(
                fields.required("survey", survey, SurveyId::new),
                fields.optional("csat", body.csat(), Fields.between(1, 5)),
                fields.optional("nps", body.nps(), Fields.between(0, 10)),
                fields.optional("comment", body.comment(), Fields.text(LONGEST_COMMENT))));
        return Answer.ok(commands.send(Surveys.SUBJECT, answer.survey().stream(), answer, intent), ShownSurvey::of);
    }

    @GetMapping("/{survey}")
    @Operation(summary = "The survey as the decider sees it now")
    Seen<ShownSurvey> look(Caller caller, @PathVariable String survey) {
        SurveyId id = Fields.read(fields -> fields.required("survey", survey, SurveyId::new));
        Seen<Survey> seen = states.find(Surveys.SUBJECT, id.stream())
                .orElseThrow(
                        () -> new Refused(new Refusal(SurveyReason.SURVEY_UNKNOWN, "There is no survey " + id + ".")));
        caller.offices().require(seen.state().office());
        return new Seen<>(seen.position(), ShownSurvey.of(seen.state()));
    }

    private Intent intent(Caller caller, HttpServletRequest request, Timed body) {
        return intents.of(caller.actor(), caller.role(), caller.offices()::allows, request, body);
    }
}
