package io.dovira.command.policies;

import io.dovira.access.Caller;
import io.dovira.command.platform.Answer;
import io.dovira.command.platform.Endpoint;
import io.dovira.command.platform.Endpoints;
import io.dovira.command.platform.Envelope;
import io.dovira.command.platform.Fields;
import io.dovira.command.platform.Refuses;
import io.dovira.command.platform.Seen;
import io.dovira.events.CalendarId;
import io.dovira.events.policies.CalendarFact;
import io.dovira.events.policies.CalendarHistory;
import io.dovira.events.policies.PolicyBook;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Calendars of opening hours, by which working time is counted. */
@RestController
@RequestMapping("/api/v1/calendars")
@Tag(name = "Calendars", description = "The opening hours by which policies count working time")
@Refuses(PolicyReason.class)
class CalendarController {
    private static final int MOST_ROWS = 400;

    private final Endpoint<CalendarId, CalendarFact, CalendarHistory, ShownCalendar> endpoint;
    private final Policies policies;

    CalendarController(Endpoints endpoints, Policies policies) {
        this.policies = policies;
        this.endpoint = endpoints.of(
                PolicySubjects.CALENDARS,
                new Endpoint.Kind<>(
                        CalendarId::stream, calendar -> null, ShownCalendar::of, PolicyReason.CALENDAR_UNKNOWN));
    }

    @PostMapping
    @Operation(summary = "Opening hours are published that hold from a day on")
    @ApiResponse(responseCode = "201", description = "Known", useReturnTypeSchema = true)
    ResponseEntity<Answer<ShownCalendar>> publish(
            Envelope envelope, @Parameter(hidden = true) Caller caller, @RequestBody PublishCalendarBody body) {
        PolicyController.requireEveryOffice(caller);
        return endpoint.create(
                envelope,
                body,
                (fields, intent) -> new PublishCalendar(
                        fields.required("calendar", body.calendar(), CalendarId::new),
                        fields.required("name", body.name(), Fields.names("name")),
                        fields.required("firstDay", body.firstDay(), LocalDate::parse),
                        fields.required("weekly", body.weekly(), rows(HoursBody::read)),
                        Objects.requireNonNullElse(
                                fields.optional("exceptions", body.exceptions(), rows(ExceptionBody::read)), List.of()),
                        fields.required("basis", body.basis(), Fields.names("basis")),
                        fields.optional("reason", body.reason(), Fields.text(500))),
                PublishCalendar::calendar);
    }

    @GetMapping
    @Operation(summary = "Every calendar")
    Seen<List<ShownCalendar>> list() {
        Seen<PolicyBook> book = policies.seen();
        return new Seen<>(
                book.position(),
                book.state().calendars().stream().map(ShownCalendar::of).toList());
    }

    @GetMapping("/{calendar}")
    @Operation(summary = "The calendar as the decider sees it now")
    Seen<ShownCalendar> look(Envelope envelope, @PathVariable String calendar) {
        return endpoint.look(envelope, fields -> fields.required("calendar", calendar, CalendarId::new));
    }

    private static <B, T> Function<List<B>, List<T>> rows(Function<B, T> read) {
        return given -> {
            if (given.size() > MOST_ROWS) {
                throw new IllegalArgumentException("has at most " + MOST_ROWS + " rows");
            }
            // JSON may hold a null where the type says a row.
            if (given.stream().anyMatch(Objects::isNull)) {
                throw new IllegalArgumentException("has a row that is none");
            }
            return given.stream().map(read).toList();
        };
    }
}
