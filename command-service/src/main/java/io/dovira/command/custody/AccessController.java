package io.dovira.command.custody;

import io.dovira.command.platform.Answer;
import io.dovira.command.platform.Envelope;
import io.dovira.command.platform.Fields;
import io.dovira.command.platform.Refuses;
import io.dovira.command.platform.Timed;
import io.dovira.events.custody.RecordFact.Purpose;
import io.dovira.events.custody.RecordFact.RecordAccessed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Whoever wants to read a record says what for; then the query service shows it, and the record itself keeps who read it. */
@RestController
@Tag(name = "Custody", description = "Records of detained persons, from the apprehension to the seal")
@Refuses(CustodyReason.class)
class AccessController {
    private static final Function<String, String> REFERENCE = Fields.text(200);

    private final Entries entries;

    AccessController(Entries entries) {
        this.entries = entries;
    }

    @PostMapping("/api/v1/custody/{custody}/access")
    @Operation(
            summary = "Somebody is about to read the record, and says what for",
            description = "The query service shows a record to whom it finds here. Also after the seal.")
    ResponseEntity<Answer<ShownCustody>> access(
            Envelope envelope, @PathVariable String custody, @RequestBody AccessBody body) {
        return record(entries, envelope, custody, body);
    }

    static ResponseEntity<Answer<ShownCustody>> record(
            Entries entries, Envelope envelope, String custody, AccessBody body) {
        return entries.make(
                envelope,
                custody,
                body,
                (fields, id) -> new RecordAccessed(
                        id,
                        envelope.actor(),
                        fields.required("purpose", body.purpose(), Fields.oneOf(Purpose.class)),
                        fields.optional("reference", body.reference(), REFERENCE)));
    }

    /** Body of an access. Fields are nullable because a client may leave them out. */
    @Schema(name = "CustodyAccess")
    record AccessBody(
            @Schema(
                    description =
                            "CARE, REVIEW, COMPLAINT, INVESTIGATION, COURT, OVERSIGHT, QUALITY_REVIEW or SUBJECT_REQUEST; required",
                    example = "CARE")
            @Nullable
            String purpose,

            @Schema(description = "Number of the matter, up to 200 characters, no personal data", example = "17/2026")
            @Nullable
            String reference,

            @Schema(description = Words.OCCURRED_AT, example = Words.AT, format = "date-time") @Nullable
            String occurredAt,

            @Schema(
                    description = Words.QUALITY,
                    allowableValues = {"EXACT", "ESTIMATED"})
            @Nullable
            String timeQuality)
            implements Timed {}
}
