package io.dovira.command.community;

import io.dovira.command.platform.Answer;
import io.dovira.command.platform.Endpoint;
import io.dovira.command.platform.Endpoints;
import io.dovira.command.platform.Envelope;
import io.dovira.command.platform.EventIds;
import io.dovira.command.platform.Fields;
import io.dovira.command.platform.Refuses;
import io.dovira.command.platform.Seen;
import io.dovira.command.platform.TimeBody;
import io.dovira.events.CommunityId;
import io.dovira.events.OfficerId;
import io.dovira.events.community.AbsenceKind;
import io.dovira.events.community.LeavingKind;
import io.dovira.events.community.Officer;
import io.dovira.events.community.OfficerFact;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One POST for each command on a community officer. */
@RestController
@RequestMapping("/api/v1/officers")
@Tag(name = "Community officers", description = "From candidate through training to the community; pseudonyms only")
@Refuses(OfficerReason.class)
class OfficerController {
    private final Endpoint<OfficerId, OfficerFact, Officer, ShownOfficer> officers;

    OfficerController(Endpoints endpoints) {
        this.officers = endpoints.of(
                Communities.OFFICERS,
                new Endpoint.Kind<>(
                        OfficerId::stream, Officer::office, ShownOfficer::of, OfficerReason.OFFICER_UNKNOWN));
    }

    @PostMapping
    @Operation(summary = "Somebody is a candidate for officer of a community")
    @ApiResponse(responseCode = "201", description = "Known", useReturnTypeSchema = true)
    ResponseEntity<Answer<ShownOfficer>> select(Envelope envelope, @RequestBody SelectBody body) {
        return officers.create(
                envelope,
                body,
                (fields, intent) -> new SelectOfficer(
                        Objects.requireNonNullElseGet(
                                fields.optional("officer", body.officer(), OfficerId::new),
                                () -> new OfficerId(EventIds.of(intent.seed() + "/officer"))),
                        fields.required("community", body.community(), CommunityId::new)),
                SelectOfficer::officer);
    }

    @PostMapping("/{officer}/start-training")
    @Operation(summary = "The candidate is being trained")
    ResponseEntity<Answer<ShownOfficer>> startTraining(
            Envelope envelope, @PathVariable String officer, @RequestBody(required = false) @Nullable TimeBody body) {
        return officers.send(envelope, body, fields -> id(fields, officer), (fields, id) -> new StartTraining(id));
    }

    @PostMapping("/{officer}/complete-training")
    @Operation(summary = "The candidate passed and is certified")
    ResponseEntity<Answer<ShownOfficer>> completeTraining(
            Envelope envelope, @PathVariable String officer, @RequestBody(required = false) @Nullable TimeBody body) {
        return officers.send(envelope, body, fields -> id(fields, officer), (fields, id) -> new CompleteTraining(id));
    }

    @PostMapping("/{officer}/assign")
    @Operation(summary = "The certified officer serves a community")
    ResponseEntity<Answer<ShownOfficer>> assign(
            Envelope envelope, @PathVariable String officer, @RequestBody PlaceBody body) {
        return officers.send(
                envelope,
                body,
                fields -> id(fields, officer),
                (fields, id) ->
                        new AssignOfficer(id, fields.required("community", body.community(), CommunityId::new)));
    }

    @PostMapping("/{officer}/absent")
    @Operation(summary = "The officer is away")
    ResponseEntity<Answer<ShownOfficer>> absent(
            Envelope envelope, @PathVariable String officer, @RequestBody AbsenceBody body) {
        return officers.send(
                envelope,
                body,
                fields -> id(fields, officer),
                (fields, id) ->
                        new NoteAbsence(id, fields.required("kind", body.kind(), Fields.oneOf(AbsenceKind.class))));
    }

    @PostMapping("/{officer}/return")
    @Operation(summary = "The officer serves the community again")
    ResponseEntity<Answer<ShownOfficer>> comeBack(
            Envelope envelope, @PathVariable String officer, @RequestBody(required = false) @Nullable TimeBody body) {
        return officers.send(envelope, body, fields -> id(fields, officer), (fields, id) -> new NoteReturn(id));
    }

    @PostMapping("/{officer}/reassign")
    @Operation(summary = "The officer serves another community")
    ResponseEntity<Answer<ShownOfficer>> reassign(
            Envelope envelope, @PathVariable String officer, @RequestBody PlaceBody body) {
        return officers.send(
                envelope,
                body,
                fields -> id(fields, officer),
                (fields, id) ->
                        new ReassignOfficer(id, fields.required("community", body.community(), CommunityId::new)));
    }

    @PostMapping("/{officer}/leave")
    @Operation(summary = "The officer or candidate is none any more")
    ResponseEntity<Answer<ShownOfficer>> leave(
            Envelope envelope, @PathVariable String officer, @RequestBody LeavingBody body) {
        return officers.send(
                envelope,
                body,
                fields -> id(fields, officer),
                (fields, id) ->
                        new ReleaseOfficer(id, fields.required("kind", body.kind(), Fields.oneOf(LeavingKind.class))));
    }

    @GetMapping("/{officer}")
    @Operation(summary = "As the decider sees it now")
    Seen<ShownOfficer> look(Envelope envelope, @PathVariable String officer) {
        return officers.look(envelope, fields -> id(fields, officer));
    }

    private static OfficerId id(Fields fields, String officer) {
        return fields.required("officer", officer, OfficerId::new);
    }
}
