package io.dovira.command.community;

import io.dovira.command.platform.Answer;
import io.dovira.command.platform.Endpoint;
import io.dovira.command.platform.Endpoints;
import io.dovira.command.platform.Envelope;
import io.dovira.command.platform.EventIds;
import io.dovira.command.platform.Fields;
import io.dovira.command.platform.Refuses;
import io.dovira.command.platform.Seen;
import io.dovira.events.CommunityId;
import io.dovira.events.OfficeId;
import io.dovira.events.PublicationId;
import io.dovira.events.RegionId;
import io.dovira.events.community.Publication;
import io.dovira.events.community.PublicationFact;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One POST for each command on what others published. */
@RestController
@RequestMapping("/api/v1/publications")
@Tag(
        name = "Publications",
        description = "Independent trust surveys and published figures: dated claims with their source, side by side")
@Refuses(PublicationReason.class)
class PublicationController {
    private static final int MOST_PEOPLE = 100_000_000;
    private static final Function<String, String> SOURCE = Fields.text(300);

    private final Endpoint<PublicationId, PublicationFact, Publication, ShownPublication> publications;

    PublicationController(Endpoints endpoints) {
        this.publications = endpoints.of(
                Communities.PUBLICATIONS,
                new Endpoint.Kind<>(
                        PublicationId::stream,
                        Publication::office,
                        ShownPublication::of,
                        PublicationReason.PUBLICATION_UNKNOWN));
    }

    @PostMapping("/trust")
    @Operation(summary = "An independent survey asked people whether they trust the police")
    @ApiResponse(responseCode = "201", description = "Known", useReturnTypeSchema = true)
    ResponseEntity<Answer<ShownPublication>> trust(Envelope envelope, @RequestBody SurveyBody body) {
        return publications.create(
                envelope,
                body,
                (fields, intent) -> new PublishTrustSurvey(
                        Objects.requireNonNullElseGet(
                                fields.optional("publication", body.publication(), PublicationId::new),
                                () -> new PublicationId(EventIds.of(intent.seed() + "/publication"))),
                        fields.required("office", body.office(), OfficeId::new),
                        fields.optional("region", body.region(), RegionId::new),
                        fields.optional("community", body.community(), CommunityId::new),
                        fields.required("source", body.source(), SOURCE),
                        fields.required("n", body.n(), Fields.between(1, MOST_PEOPLE)),
                        fields.required("percent", body.percent(), PublicationController::percent),
                        fields.optional("margin", body.margin(), PublicationController::percent),
                        fields.required("fieldworkFrom", body.fieldworkFrom(), Fields::day),
                        fields.required("fieldworkTo", body.fieldworkTo(), Fields::day)),
                PublishTrustSurvey::publication);
    }

    @PostMapping("/figures")
    @Operation(summary = "Somebody published figures about community officers")
    @ApiResponse(responseCode = "201", description = "Known", useReturnTypeSchema = true)
    ResponseEntity<Answer<ShownPublication>> figures(Envelope envelope, @RequestBody FiguresBody body) {
        return publications.create(
                envelope,
                body,
                (fields, intent) -> new PublishFigures(
                        Objects.requireNonNullElseGet(
                                fields.optional("publication", body.publication(), PublicationId::new),
                                () -> new PublicationId(EventIds.of(intent.seed() + "/publication"))),
                        fields.required("office", body.office(), OfficeId::new),
                        fields.required("source", body.source(), SOURCE),
                        fields.required("asOf", body.asOf(), Fields::day),
                        fields.optional("communities", body.communities(), Fields.between(0, MOST_PEOPLE)),
                        fields.optional("officers", body.officers(), Fields.between(0, MOST_PEOPLE)),
                        fields.optional("people", body.people(), Fields.between(0, MOST_PEOPLE))),
                PublishFigures::publication);
    }

    @PostMapping("/{publication}/withdraw")
    @Operation(summary = "It counts no more and stays readable")
    ResponseEntity<Answer<ShownPublication>> withdraw(
            Envelope envelope, @PathVariable String publication, @RequestBody ReasonBody body) {
        return publications.send(
                envelope,
                body,
                fields -> id(fields, publication),
                (fields, id) ->
                        new WithdrawPublication(id, fields.required("reason", body.reason(), Fields.text(500))));
    }

    @GetMapping("/{publication}")
    @Operation(summary = "As the decider sees it now")
    Seen<ShownPublication> look(Envelope envelope, @PathVariable String publication) {
        return publications.look(envelope, fields -> id(fields, publication));
    }

    private static PublicationId id(Fields fields, String publication) {
        return fields.required("publication", publication, PublicationId::new);
    }

    private static Double percent(Double given) {
        if (!(given >= 0 && given <= 100)) {
            throw new IllegalArgumentException("must be 0 to 100, not " + given);
        }
        return given;
    }
}
