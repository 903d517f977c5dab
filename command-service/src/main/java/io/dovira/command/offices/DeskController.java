package io.dovira.command.offices;

import io.dovira.command.identity.Caller;
import io.dovira.command.platform.Answer;
import io.dovira.command.platform.Commands;
import io.dovira.command.platform.Fields;
import io.dovira.command.platform.Intents;
import io.dovira.command.platform.Refusal;
import io.dovira.command.platform.Refused;
import io.dovira.command.platform.Seen;
import io.dovira.command.platform.States;
import io.dovira.command.platform.TimeBody;
import io.dovira.command.platform.Timed;
import io.dovira.events.DeskId;
import io.dovira.events.OfficeId;
import io.dovira.events.StaffId;
import io.dovira.events.offices.Desk;
import io.dovira.events.offices.DeskFact;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
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
class DeskController {
    private final Commands commands;
    private final Intents intents;
    private final States states;

    DeskController(Commands commands, Intents intents, States states) {
        this.commands = commands;
        this.intents = intents;
        this.states = states;
    }

    @GetMapping
    @Operation(summary = "The desk as the decider sees it now; unknown until it was opened once")
    Seen<ShownDesk> look(@PathVariable String office, @PathVariable String desk) {
        String stream = Fields.read(fields -> DeskFact.stream(
                fields.required("office", office, OfficeId::new), fields.required("desk", desk, DeskId::new)));
        Seen<Desk> seen = states.find(Offices.DESKS, stream)
                .orElseThrow(() -> new Refused(new Refusal(
                        OfficeReason.DESK_UNKNOWN, "Desk " + desk + " of office " + office + " was never opened.")));
        return new Seen<>(seen.position(), ShownDesk.of(seen.state()));
    }

    @PostMapping("/open")
    @Operation(summary = "A member of staff sits down, ready to call")
    ResponseEntity<Answer<ShownDesk>> open(
            Caller caller,
            HttpServletRequest request,
            @PathVariable String office,
            @PathVariable String desk,
            @RequestBody OpenBody body) {
        return send(
                caller,
                request,
                body,
                fields -> new OpenDesk(
                        fields.required("office", office, OfficeId::new),
                        fields.required("desk", desk, DeskId::new),
                        fields.required("staff", body.staff(), StaffId::new)));
    }

    @PostMapping("/break")
    @Operation(summary = "The desk pauses")
    ResponseEntity<Answer<ShownDesk>> startBreak(
            Caller caller,
            HttpServletRequest request,
            @PathVariable String office,
            @PathVariable String desk,
            @RequestBody(required = false) @Nullable TimeBody body) {
        return send(caller, request, office, desk, body, StartBreak::new);
    }

    @PostMapping("/end-break")
    @Operation(summary = "The desk is ready again")
    ResponseEntity<Answer<ShownDesk>> endBreak(
            Caller caller,
            HttpServletRequest request,
            @PathVariable String office,
            @PathVariable String desk,
            @RequestBody(required = false) @Nullable TimeBody body) {
        return send(caller, request, office, desk, body, EndBreak::new);
    }

    @PostMapping("/close")
    @Operation(summary = "The session at the desk is over")
    ResponseEntity<Answer<ShownDesk>> close(
            Caller caller,
            HttpServletRequest request,
            @PathVariable String office,
            @PathVariable String desk,
            @RequestBody(required = false) @Nullable TimeBody body) {
        return send(caller, request, office, desk, body, CloseDesk::new);
    }

    private ResponseEntity<Answer<ShownDesk>> send(
            Caller caller,
            HttpServletRequest request,
            String office,
            String desk,
            @Nullable TimeBody body,
            BiFunction<OfficeId, DeskId, DeskCommand> command) {
        return send(
                caller,
                request,
                body == null ? TimeBody.NOW : body,
                fields -> command.apply(
                        fields.required("office", office, OfficeId::new), fields.required("desk", desk, DeskId::new)));
    }

    private ResponseEntity<Answer<ShownDesk>> send(
            Caller caller, HttpServletRequest request, Timed body, Function<Fields, DeskCommand> reading) {
        var intent = intents.of(caller.actor(), caller.role(), caller.offices()::allows, request, body);
        DeskCommand command = Fields.read(reading);
        String stream = DeskFact.stream(command.office(), command.desk());
        return Answer.ok(commands.send(Offices.DESKS, stream, command, intent), ShownDesk::of);
    }
}
