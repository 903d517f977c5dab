package io.dovira.command.custody;

import io.dovira.command.platform.Answer;
import io.dovira.command.platform.Envelope;
import io.dovira.command.platform.EventIds;
import io.dovira.command.platform.Fields;
import io.dovira.command.platform.Refuses;
import io.dovira.command.platform.TimeBody;
import io.dovira.command.platform.Timed;
import io.dovira.events.CustodyId;
import io.dovira.events.OfficeId;
import io.dovira.events.PersonId;
import io.dovira.events.custody.ArrivalFact.CustodyRecordOpened;
import io.dovira.events.custody.ArrivalFact.PersonApprehended;
import io.dovira.events.custody.ArrivalFact.PersonDelivered;
import io.dovira.events.custody.DetentionGround;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a record begins. */
@RestController
@RequestMapping("/api/v1/custody")
@Tag(name = "Custody", description = "Records of detained persons, from the apprehension to the seal")
@Refuses(CustodyReason.class)
class ArrivalController {
    private final Entries entries;

    ArrivalController(Entries entries) {
        this.entries = entries;
    }

    @PostMapping
    @Operation(summary = "A person is apprehended: the record begins, and so do the limits of detention")
    @ApiResponse(responseCode = "201", description = "Begun", useReturnTypeSchema = true)
    ResponseEntity<Answer<ShownCustody>> apprehend(Envelope envelope, @RequestBody ApprehendBody body) {
        return entries.begin(
                envelope,
                body,
                (fields, intent) -> new PersonApprehended(
                        Objects.requireNonNullElseGet(
                                fields.optional("custody", body.custody(), CustodyId::new),
                                () -> new CustodyId(EventIds.of(intent.seed() + "/custody"))),
                        fields.required("person", body.person(), PersonId::new),
                        fields.required("office", body.office(), OfficeId::new),
                        fields.required("ground", body.ground(), Fields.oneOf(DetentionGround.class)),
                        Boolean.TRUE.equals(fields.optional("minor", body.minor(), Function.identity())),
                        Boolean.TRUE.equals(fields.optional("foreigner", body.foreigner(), Function.identity()))));
    }

    @PostMapping("/{custody}/deliver")
    @Operation(summary = "The person is in the unit")
    ResponseEntity<Answer<ShownCustody>> deliver(
            Envelope envelope, @PathVariable String custody, @RequestBody(required = false) @Nullable TimeBody body) {
        return entries.make(envelope, custody, body, (fields, id) -> new PersonDelivered(id));
    }

    @PostMapping("/{custody}/open")
    @Operation(summary = "The delivery is registered")
    ResponseEntity<Answer<ShownCustody>> open(
            Envelope envelope, @PathVariable String custody, @RequestBody(required = false) @Nullable TimeBody body) {
        return entries.make(envelope, custody, body, (fields, id) -> new CustodyRecordOpened(id));
    }

    /** Body of an apprehension. Fields are nullable because a client may leave them out. */
    @Schema(name = "CustodyApprehend")
    record ApprehendBody(
            @Schema(description = "Id of the record; made up if absent", example = "0199b1d2-6a10-7c3e") @Nullable
            String custody,

            @Schema(description = Words.PSEUDONYM, example = "p-41c7d0") @Nullable
            String person,

            @Schema(description = "Id of the custody unit; required", example = "lviv-unit-1") @Nullable
            String office,

            @Schema(description = "ADMINISTRATIVE, WITHOUT_RULING or ON_RULING; required", example = "WITHOUT_RULING")
            @Nullable
            String ground,

            @Schema(description = "Whether the person is a minor; no if absent") @Nullable
            Boolean minor,

            @Schema(description = "Whether a consulate has to be told; no if absent") @Nullable
            Boolean foreigner,

            @Schema(description = Words.OCCURRED_AT, example = Words.AT, format = "date-time") @Nullable
            String occurredAt,

            @Schema(
                    description = Words.QUALITY,
                    allowableValues = {"EXACT", "ESTIMATED"})
            @Nullable
            String timeQuality)
            implements Timed {}
}
