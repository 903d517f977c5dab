package io.dovira.command.footage;

import io.dovira.command.platform.Answer;
import io.dovira.command.platform.Endpoint;
import io.dovira.command.platform.Endpoints;
import io.dovira.command.platform.Envelope;
import io.dovira.command.platform.EventIds;
import io.dovira.command.platform.Fields;
import io.dovira.command.platform.Refuses;
import io.dovira.command.platform.Seen;
import io.dovira.command.platform.TimeBody;
import io.dovira.events.CameraId;
import io.dovira.events.FootageId;
import io.dovira.events.footage.ExportRecipient;
import io.dovira.events.footage.Flaw;
import io.dovira.events.footage.Footage;
import io.dovira.events.footage.FootageFact;
import io.dovira.events.footage.GapCause;
import io.dovira.events.footage.HoldGround;
import io.dovira.events.footage.LinkTarget;
import io.dovira.events.footage.Words;
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

/** One POST for each command on a segment whose body is JSON; what has content for a body is {@link UploadController}'s. */
@RestController
@RequestMapping("/api/v1/footage")
@Tag(name = "Footage", description = "What cameras recorded: from the recorder to the deletion")
@Refuses(FootageReason.class)
class FootageController {
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_REFERENCE = 200;
    private static final int LONGEST_ID = 120;

    private final Endpoint<FootageId, FootageFact, Footage, ShownFootage> footage;
    private final Checks checks;

    FootageController(Endpoints endpoints, Checks checks) {
        this.footage = endpoint(endpoints);
        this.checks = checks;
    }

    static Endpoint<FootageId, FootageFact, Footage, ShownFootage> endpoint(Endpoints endpoints) {
        return endpoints.of(
                Segments.SUBJECT,
                new Endpoint.Kind<>(
                        FootageId::stream, Footage::office, ShownFootage::of, FootageReason.FOOTAGE_UNKNOWN));
    }

    @PostMapping
    @Operation(summary = "A camera recorded something; its content comes in later")
    @ApiResponse(responseCode = "201", description = "Waits for its content", useReturnTypeSchema = true)
    ResponseEntity<Answer<ShownFootage>> record(Envelope envelope, @RequestBody RecordBody body) {
        return footage.create(
                envelope,
                body,
                (fields, intent) -> new RecordSegment(
                        Objects.requireNonNullElseGet(
                                fields.optional("footage", body.footage(), FootageId::new),
                                () -> new FootageId(EventIds.of(intent.seed() + "/footage"))),
                        fields.required("camera", body.camera(), CameraId::new),
                        fields.required("from", body.from(), Fields::instant),
                        fields.required("to", body.to(), Fields::instant),
                        fields.optional("retentionClass", body.retentionClass(), Words::retentionClass)),
                RecordSegment::footage);
    }

    @PostMapping("/{footage}/gap")
    @Operation(summary = "A part of it shows nothing")
    ResponseEntity<Answer<ShownFootage>> gap(
            Envelope envelope, @PathVariable("footage") String segment, @RequestBody GapBody body) {
        return footage.send(
                envelope,
                body,
                fields -> id(fields, segment),
                (fields, id) -> new ReportGap(
                        id,
                        fields.required("from", body.from(), Fields::instant),
                        fields.required("to", body.to(), Fields::instant),
                        fields.required("cause", body.cause(), Fields.oneOf(GapCause.class))));
    }

    @PostMapping("/{footage}/explain")
    @Operation(summary = "Somebody answers for its gaps, or for its files that are not what came in")
    ResponseEntity<Answer<ShownFootage>> explain(
            Envelope envelope, @PathVariable("footage") String segment, @RequestBody ExplainBody body) {
        return explain(footage, envelope, segment, body);
    }

    /** Also for who fills in a form. */
    static ResponseEntity<Answer<ShownFootage>> explain(
            Endpoint<FootageId, FootageFact, Footage, ShownFootage> footage,
            Envelope envelope,
            String segment,
            ExplainBody body) {
        return footage.send(
                envelope,
                body,
                fields -> id(fields, segment),
                (fields, id) -> new ExplainFlaw(
                        id,
                        fields.required("flaw", body.flaw(), Fields.oneOf(Flaw.class)),
                        fields.required("explanation", body.explanation(), Fields.text(LONGEST_REASON))));
    }

    @PostMapping("/{footage}/link")
    @Operation(summary = "It shows what happened in a visit, a stay in custody or an appeal")
    ResponseEntity<Answer<ShownFootage>> link(
            Envelope envelope, @PathVariable("footage") String segment, @RequestBody LinkBody body) {
        return footage.send(
                envelope,
                body,
                fields -> id(fields, segment),
                (fields, id) -> new LinkFootage(
                        id,
                        fields.required("target", body.target(), Fields.oneOf(LinkTarget.class)),
                        fields.required("subject", body.subject(), given -> new FootageId(given).value()),
                        fields.optional("event", body.event(), Fields.text(LONGEST_ID)),
                        fields.required("at", body.at(), Fields::instant)));
    }

    @PostMapping("/{footage}/export")
    @Operation(summary = "A copy leaves the house")
    ResponseEntity<Answer<ShownFootage>> export(
            Envelope envelope, @PathVariable("footage") String segment, @RequestBody ExportBody body) {
        return footage.send(
                envelope,
                body,
                fields -> id(fields, segment),
                (fields, id) -> new ExportFootage(
                        id,
                        envelope.actor(),
                        fields.required("recipient", body.recipient(), Fields.oneOf(ExportRecipient.class)),
                        fields.optional("reference", body.reference(), Fields.text(LONGEST_REFERENCE)),
                        fields.optional("sha256", body.sha256(), Words::sha256)));
    }

    @PostMapping("/{footage}/hold")
    @Operation(summary = "It is kept whatever its retention says, until every hold is released")
    ResponseEntity<Answer<ShownFootage>> hold(
            Envelope envelope, @PathVariable("footage") String segment, @RequestBody HoldBody body) {
        return footage.send(
                envelope,
                body,
                fields -> id(fields, segment),
                (fields, id) -> new PlaceHold(
                        id,
                        fields.required("hold", body.hold(), Fields.text(LONGEST_ID)),
                        fields.required("ground", body.ground(), Fields.oneOf(HoldGround.class)),
                        fields.optional("reference", body.reference(), Fields.text(LONGEST_REFERENCE))));
    }

    @PostMapping("/{footage}/release")
    @Operation(summary = "The hold is no reason to keep it any more")
    ResponseEntity<Answer<ShownFootage>> release(
            Envelope envelope, @PathVariable("footage") String segment, @RequestBody ReleaseBody body) {
        return footage.send(
                envelope,
                body,
                fields -> id(fields, segment),
                (fields, id) -> new ReleaseHold(
                        id,
                        fields.required("hold", body.hold(), Fields.text(LONGEST_ID)),
                        fields.required("reason", body.reason(), Fields.text(LONGEST_REASON))));
    }

    @PostMapping("/{footage}/check")
    @Operation(summary = "The hashes of its files are computed again, now; answered when that is done")
    ResponseEntity<Answer<ShownFootage>> check(
            Envelope envelope,
            @PathVariable("footage") String segment,
            @RequestBody(required = false) @Nullable TimeBody body) {
        return footage.send(
                envelope,
                body,
                fields -> id(fields, segment),
                (fields, id) -> new ReportIntegrity(id, checks.look(id, envelope.offices())));
    }

    @GetMapping("/{footage}")
    @Operation(summary = "The segment as the decider sees it now; who watched it is told by the query service")
    Seen<ShownFootage> look(Envelope envelope, @PathVariable("footage") String segment) {
        return footage.look(envelope, fields -> id(fields, segment));
    }

    static FootageId id(Fields fields, String footage) {
        return fields.required("footage", footage, FootageId::new);
    }
}
