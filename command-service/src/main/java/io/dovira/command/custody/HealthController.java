package io.dovira.command.custody;

import io.dovira.command.platform.Answer;
import io.dovira.command.platform.Envelope;
import io.dovira.command.platform.Fields;
import io.dovira.command.platform.Refuses;
import io.dovira.command.platform.TimeBody;
import io.dovira.command.platform.Timed;
import io.dovira.events.custody.CareFact.CellVisitDone;
import io.dovira.events.custody.CareFact.MealOffered;
import io.dovira.events.custody.CareFact.Observation;
import io.dovira.events.custody.HealthFact.Fitness;
import io.dovira.events.custody.HealthFact.Injuries;
import io.dovira.events.custody.HealthFact.MedicalExamined;
import io.dovira.events.custody.HealthFact.MedicalRequested;
import io.dovira.events.custody.HealthFact.MedicationGiven;
import io.dovira.events.custody.HealthFact.Requester;
import io.dovira.events.custody.HealthFact.VisibleInjuriesNoted;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Health and care: as categories; findings stand in the medical file. */
@RestController
@RequestMapping("/api/v1/custody")
@Tag(name = "Custody", description = "Records of detained persons, from the apprehension to the seal")
@Refuses(CustodyReason.class)
class HealthController {
    private final Entries entries;

    HealthController(Entries entries) {
        this.entries = entries;
    }

    @PostMapping("/{custody}/note-injuries")
    @Operation(summary = "Whether injuries are seen on the person")
    ResponseEntity<Answer<ShownCustody>> noteInjuries(
            Envelope envelope, @PathVariable String custody, @RequestBody NoteInjuriesBody body) {
        return entries.make(
                envelope,
                custody,
                body,
                (fields, id) -> new VisibleInjuriesNoted(
                        id, fields.required("injuries", body.injuries(), Fields.oneOf(Injuries.class))));
    }

    @PostMapping("/{custody}/request-medical")
    @Operation(summary = "Somebody asks for a doctor")
    ResponseEntity<Answer<ShownCustody>> requestMedical(
            Envelope envelope, @PathVariable String custody, @RequestBody RequestMedicalBody body) {
        return entries.make(
                envelope,
                custody,
                body,
                (fields, id) ->
                        new MedicalRequested(id, fields.required("by", body.by(), Fields.oneOf(Requester.class))));
    }

    @PostMapping("/{custody}/examine")
    @Operation(summary = "A doctor has examined the person; unfit means hospital")
    ResponseEntity<Answer<ShownCustody>> examine(
            Envelope envelope, @PathVariable String custody, @RequestBody ExamineBody body) {
        return entries.make(
                envelope,
                custody,
                body,
                (fields, id) -> new MedicalExamined(
                        id, fields.required("fitness", body.fitness(), Fields.oneOf(Fitness.class))));
    }

    @PostMapping("/{custody}/give-medication")
    @Operation(summary = "Medication is given as prescribed")
    ResponseEntity<Answer<ShownCustody>> giveMedication(
            Envelope envelope, @PathVariable String custody, @RequestBody(required = false) @Nullable TimeBody body) {
        return entries.make(envelope, custody, body, (fields, id) -> new MedicationGiven(id));
    }

    @PostMapping("/{custody}/visit-cell")
    @Operation(summary = "Somebody looks into the cell; the next visit is due from then")
    ResponseEntity<Answer<ShownCustody>> visitCell(
            Envelope envelope, @PathVariable String custody, @RequestBody VisitCellBody body) {
        return entries.make(
                envelope,
                custody,
                body,
                (fields, id) -> new CellVisitDone(
                        id,
                        fields.required("level", body.level(), Fields.oneOf(Observation.class)),
                        fields.required("roused", body.roused(), Function.identity())));
    }

    @PostMapping("/{custody}/offer-meal")
    @Operation(summary = "A meal is offered")
    ResponseEntity<Answer<ShownCustody>> offerMeal(
            Envelope envelope, @PathVariable String custody, @RequestBody OfferMealBody body) {
        return entries.make(
                envelope,
                custody,
                body,
                (fields, id) -> new MealOffered(id, fields.required("accepted", body.accepted(), Function.identity())));
    }

    /** Body of {@code note-injuries}. Fields are nullable because a client may leave them out. */
    @Schema(name = "CustodyNoteInjuries")
    record NoteInjuriesBody(
            @Schema(description = "NONE, MINOR or SERIOUS; required", example = "NONE") @Nullable
            String injuries,

            @Schema(description = Words.OCCURRED_AT, example = Words.AT, format = "date-time") @Nullable
            String occurredAt,

            @Schema(
                    description = Words.QUALITY,
                    allowableValues = {"EXACT", "ESTIMATED"})
            @Nullable
            String timeQuality)
            implements Timed {}

    /** Body of {@code request-medical}. Fields are nullable because a client may leave them out. */
    @Schema(name = "CustodyRequestMedical")
    record RequestMedicalBody(
            @Schema(description = "PERSON, OFFICER or LAWYER; required", example = "PERSON") @Nullable
            String by,

            @Schema(description = Words.OCCURRED_AT, example = Words.AT, format = "date-time") @Nullable
            String occurredAt,

            @Schema(
                    description = Words.QUALITY,
                    allowableValues = {"EXACT", "ESTIMATED"})
            @Nullable
            String timeQuality)
            implements Timed {}

    /** Body of {@code examine}. Fields are nullable because a client may leave them out. */
    @Schema(name = "CustodyExamine")
    record ExamineBody(
            @Schema(description = "FIT, FIT_WITH_CONDITIONS or UNFIT; required", example = "FIT") @Nullable
            String fitness,

            @Schema(description = Words.OCCURRED_AT, example = Words.AT, format = "date-time") @Nullable
            String occurredAt,

            @Schema(
                    description = Words.QUALITY,
                    allowableValues = {"EXACT", "ESTIMATED"})
            @Nullable
            String timeQuality)
            implements Timed {}

    /** Body of {@code visit-cell}. Fields are nullable because a client may leave them out. */
    @Schema(name = "CustodyVisitCell")
    record VisitCellBody(
            @Schema(
                    description = "How closely the person is watched from now on: GENERAL or INTERMITTENT; required",
                    example = "GENERAL")
            @Nullable
            String level,

            @Schema(description = "Whether the person was roused; required", example = "false") @Nullable
            Boolean roused,

            @Schema(description = Words.OCCURRED_AT, example = Words.AT, format = "date-time") @Nullable
            String occurredAt,

            @Schema(
                    description = Words.QUALITY,
                    allowableValues = {"EXACT", "ESTIMATED"})
            @Nullable
            String timeQuality)
            implements Timed {}

    /** Body of {@code offer-meal}. Fields are nullable because a client may leave them out. */
    @Schema(name = "CustodyOfferMeal")
    record OfferMealBody(
            @Schema(description = "Whether the person took it; required", example = "true") @Nullable
            Boolean accepted,

            @Schema(description = Words.OCCURRED_AT, example = Words.AT, format = "date-time") @Nullable
            String occurredAt,

            @Schema(
                    description = Words.QUALITY,
                    allowableValues = {"EXACT", "ESTIMATED"})
            @Nullable
            String timeQuality)
            implements Timed {}
}
