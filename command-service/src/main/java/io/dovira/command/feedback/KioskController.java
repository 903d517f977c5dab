package io.dovira.command.feedback;

import io.dovira.command.platform.Allowance;
import io.dovira.command.platform.Answer;
import io.dovira.command.platform.Endpoint;
import io.dovira.command.platform.Endpoints;
import io.dovira.command.platform.EventIds;
import io.dovira.command.platform.Fields;
import io.dovira.command.platform.Refuses;
import io.dovira.command.platform.TooOften;
import io.dovira.events.OfficeId;
import io.dovira.events.SurveyId;
import io.dovira.events.feedback.FeedbackFact;
import io.dovira.events.feedback.Survey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What the rating tablet of an office sends. Nobody signs in there, so an office can be rated so often and not oftener. */
@RestController
@Tag(name = "Ratings", description = "What visitors say of the service")
@Refuses(SurveyReason.class)
class KioskController {
    static final int LONGEST_COMMENT = 500;

    /** A tablet that comes back after an outage sends what it has kept; it is not touched every three seconds all day. */
    private static final int AT_ONCE = 60;

    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final Endpoint<SurveyId, FeedbackFact, Survey, ShownSurvey> surveys;
    private final Allowance perOffice = new Allowance(AT_ONCE, PAUSE);
    private final Clock clock;

    KioskController(Endpoints endpoints, Clock clock) {
        this.clock = clock;
        this.surveys = endpoints.of(
                Surveys.SUBJECT,
                new Endpoint.Kind<>(SurveyId::stream, Survey::office, ShownSurvey::of, SurveyReason.SURVEY_UNKNOWN));
    }

    @PostMapping("/kiosk/{office}/ratings")
    @Operation(summary = "Somebody rates the office at the tablet that stands there; no sign-in")
    @ApiResponse(responseCode = "201", description = "Counts as a rating", useReturnTypeSchema = true)
    ResponseEntity<Answer<ShownSurvey>> rate(
            @Parameter(hidden = true) HttpServletRequest request,
            @PathVariable String office,
            @RequestBody KioskBody body) {
        OfficeId rated = Fields.read(fields -> fields.required("office", office, OfficeId::new));
        perOffice.take(rated.value(), clock.instant()).ifPresent(wait -> {
            throw new TooOften(wait);
        });
        return surveys.create(
                Citizen.envelope(request),
                body,
                (fields, intent) -> new RateOffice(
                        new SurveyId(EventIds.of(intent.seed() + "/survey")),
                        rated,
                        fields.required("csat", body.csat(), Fields.between(1, 5)),
                        fields.optional("nps", body.nps(), Fields.between(0, 10)),
                        fields.optional("comment", body.comment(), Fields.text(LONGEST_COMMENT))),
                RateOffice::survey);
    }
}
