package io.dovira.command.offices;

import io.dovira.command.platform.Answer;
import io.dovira.command.platform.Endpoint;
import io.dovira.command.platform.Endpoints;
import io.dovira.command.platform.Envelope;
import io.dovira.command.platform.Fields;
import io.dovira.command.platform.Refuses;
import io.dovira.command.platform.Seen;
import io.dovira.command.platform.TimeBody;
import io.dovira.events.DeskId;
import io.dovira.events.OfficeId;
import io.dovira.events.StaffId;
import io.dovira.events.offices.Desk;
import io.dovira.events.offices.DeskFact;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One POST for each command at a desk. */
@RestController
@RequestMapping("/api/v1/offices/{office}/desks/{desk}")
@Tag(name = "Desks", description = "Who sits where, and pauses when")
@Refuses(OfficeReason.class)
class DeskController {
    private final Endpoint<Place, DeskFact, Desk, ShownDesk> desks;

    DeskController(Endpoints endpoints) {
        this.desks = endpoints.of(
                Offices.DESKS,
                new Endpoint.Kind<>(Place::stream, Desk::office, ShownDesk::of, OfficeReason.DESK_UNKNOWN));
    }

    @GetMapping
    @Operation(summary = "The desk as the decider sees it now; unknown until it was opened once")
    Seen<ShownDesk> look(Envelope envelope, @PathVariable String office, @PathVariable String desk) {
        return desks.look(envelope, place(office, desk));
    }

    @PostMapping("/open")
    @Operation(summary = "A member of staff sits down, ready to call")
    ResponseEntity<Answer<ShownDesk>> open(
            Envelope envelope, @PathVariable String office, @PathVariable String desk, @RequestBody OpenBody body) {
        return desks.send(
                envelope,
                body,
                place(office, desk),
                (fields, at) ->
                        new OpenDesk(at.office(), at.desk(), fields.required("staff", body.staff(), StaffId::new)));
    }

    @PostMapping("/break")
    @Operation(summary = "The desk pauses")
    ResponseEntity<Answer<ShownDesk>> startBreak(
            Envelope envelope,
            @PathVariable String office,
            @PathVariable String desk,
            @RequestBody(required = false) @Nullable TimeBody body) {
        return send(envelope, office, desk, body, StartBreak::new);
    }

    @PostMapping("/end-break")
    @Operation(summary = "The desk is ready again")
    ResponseEntity<Answer<ShownDesk>> endBreak(
            Envelope envelope,
            @PathVariable String office,
            @PathVariable String desk,
            @RequestBody(required = false) @Nullable TimeBody body) {
        return send(envelope, office, desk, body, EndBreak::new);
    }

    @PostMapping("/close")
    @Operation(summary = "The session at the desk is over")
    ResponseEntity<Answer<ShownDesk>> close(
            Envelope envelope,
            @PathVariable String office,
            @PathVariable String desk,
            @RequestBody(required = false) @Nullable TimeBody body) {
        return send(envelope, office, desk, body, CloseDesk::new);
    }

    private ResponseEntity<Answer<ShownDesk>> send(
            Envelope envelope,
            String office,
            String desk,
            @Nullable TimeBody body,
            BiFunction<OfficeId, DeskId, DeskCommand> command) {
        return desks.send(envelope, body, place(office, desk), (fields, at) -> command.apply(at.office(), at.desk()));
    }

    private static Function<Fields, Place> place(String office, String desk) {
        return fields ->
                new Place(fields.required("office", office, OfficeId::new), fields.required("desk", desk, DeskId::new));
    }

    /** Desks are numbered by office. */
    private record Place(OfficeId office, DeskId desk) {
        private String stream() {
            return DeskFact.stream(office, desk);
        }

        @Override
        public String toString() {
            return "desk " + desk + " of office " + office;
        }
    }
}
