package io.dovira.command.policies;

import io.dovira.access.Caller;
import io.dovira.command.platform.Answer;
import io.dovira.command.platform.Endpoint;
import io.dovira.command.platform.Endpoints;
import io.dovira.command.platform.Envelope;
import io.dovira.command.platform.Fields;
import io.dovira.command.platform.Refusal;
import io.dovira.command.platform.Refused;
import io.dovira.command.platform.Refuses;
import io.dovira.command.platform.Seen;
import io.dovira.command.platform.Timed;
import io.dovira.events.CalendarId;
import io.dovira.events.PolicyId;
import io.dovira.events.catalogue.Facts;
import io.dovira.events.policies.Policy;
import io.dovira.events.policies.PolicyBook;
import io.dovira.events.policies.PolicyFact;
import io.dovira.events.policies.PolicyHistory;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Policies: published in versions, ended, withdrawn; and asked which of them holds. */
@RestController
@RequestMapping("/api/v1/policies")
@Tag(name = "Policies", description = "Limits and thresholds as dated versions with their legal basis")
@Refuses(PolicyReason.class)
class PolicyController {
    private static final Function<String, String> REASON = Fields.text(500);
    private static final int MOST = 1_000_000_000;

    private final Endpoint<PolicyId, PolicyFact, PolicyHistory, ShownPolicy> endpoint;
    private final Policies policies;
    private final Clock clock;

    PolicyController(Endpoints endpoints, Policies policies, Clock clock) {
        this.policies = policies;
        this.clock = clock;
        this.endpoint = endpoints.of(
                PolicySubjects.POLICIES,
                new Endpoint.Kind<>(
                        PolicyId::stream,
                        policy -> null,
                        policy -> ShownPolicy.of(policy, clock.instant()),
                        PolicyReason.POLICY_UNKNOWN));
    }

    @PostMapping
    @Operation(summary = "A version of a policy is published, the first or the next one")
    @ApiResponse(responseCode = "201", description = "Known", useReturnTypeSchema = true)
    ResponseEntity<Answer<ShownPolicy>> publish(
            Envelope envelope, @Parameter(hidden = true) Caller caller, @RequestBody PublishPolicyBody body) {
        requireEveryOffice(caller);
        return endpoint.create(
                envelope,
                body,
                (fields, intent) -> new PublishPolicy(
                        fields.required("policy", body.policy(), PolicyId::new),
                        fields.required("name", body.name(), Fields.names("name")),
                        fields.optional("limit", body.limit(), LimitBody::read),
                        fields.optional("number", body.number(), Fields.between(0, MOST)),
                        fields.optional("calendar", body.calendar(), CalendarId::new),
                        Objects.requireNonNullElse(
                                fields.optional("pausedBy", body.pausedBy(), PolicyController::facts), List.of()),
                        fields.required("basis", body.basis(), Fields.names("basis")),
                        fields.optional("inForceFrom", body.inForceFrom(), Fields::instant),
                        fields.optional("inForceUntil", body.inForceUntil(), Fields::instant),
                        fields.optional("reason", body.reason(), REASON)),
                PublishPolicy::policy);
    }

    @PostMapping("/{policy}/versions/{version}/end")
    @Operation(summary = "A version holds no longer from a moment on")
    ResponseEntity<Answer<ShownPolicy>> end(
            Envelope envelope,
            @Parameter(hidden = true) Caller caller,
            @PathVariable String policy,
            @PathVariable String version,
            @RequestBody EndPolicyBody body) {
        return send(
                envelope,
                caller,
                policy,
                body,
                (fields, id) -> new EndPolicy(
                        id,
                        fields.required("version", version, PolicyController::version),
                        fields.required("until", body.until(), Fields::instant),
                        fields.required("reason", body.reason(), REASON)));
    }

    @PostMapping("/{policy}/versions/{version}/withdraw")
    @Operation(summary = "A version was published by mistake; what was judged by it keeps naming it")
    ResponseEntity<Answer<ShownPolicy>> withdraw(
            Envelope envelope,
            @Parameter(hidden = true) Caller caller,
            @PathVariable String policy,
            @PathVariable String version,
            @RequestBody WithdrawPolicyBody body) {
        return send(
                envelope,
                caller,
                policy,
                body,
                (fields, id) -> new WithdrawPolicy(
                        id,
                        fields.required("version", version, PolicyController::version),
                        fields.required("reason", body.reason(), REASON)));
    }

    @GetMapping
    @Operation(summary = "Every policy, with the version valid at a time")
    Seen<List<ShownPolicy>> list(
            @Parameter(description = "Now if absent", example = "2022-04-01T00:00:00Z")
                    @RequestParam(required = false)
                    @Nullable
                    String at) {
        Instant when = moment("at", at);
        Seen<PolicyBook> book = policies.seen();
        return new Seen<>(
                book.position(),
                book.state().policies().stream()
                        .map(policy -> ShownPolicy.of(policy, when))
                        .toList());
    }

    @GetMapping("/{policy}")
    @Operation(summary = "The policy as the decider sees it now")
    Seen<ShownPolicy> look(Envelope envelope, @PathVariable String policy) {
        return endpoint.look(envelope, fields -> id(fields, policy));
    }

    @GetMapping("/{policy}/due")
    @Operation(summary = "When something that starts then is due, by the rule of its day or by another version")
    Seen<ShownDue> due(
            @PathVariable String policy,
            @Parameter(description = "Now if absent", example = "2026-03-02T08:30:00Z")
                    @RequestParam(required = false)
                    @Nullable
                    String start,
            @Parameter(description = "IANA time zone of the place", example = "Europe/Kyiv") @RequestParam
                    String timeZone,
            @Parameter(description = "Judge by this version; by the one valid at the start if absent", example = "1")
                    @RequestParam(required = false)
                    @Nullable
                    String version) {
        record Asked(PolicyId policy, ZoneId zone, @Nullable Integer version) {}
        Asked asked = Fields.read(fields -> new Asked(
                id(fields, policy),
                fields.required("timeZone", timeZone, ZoneId::of),
                fields.optional("version", version, PolicyController::version)));
        Instant from = moment("start", start);
        Seen<PolicyBook> book = policies.seen();
        PolicyHistory history = book.state()
                .history(asked.policy())
                .orElseThrow(() -> refused(PolicyReason.POLICY_UNKNOWN, "There is no policy " + policy + "."));
        Policy rule = (asked.version() == null ? history.at(from) : history.version(asked.version()))
                .orElseThrow(
                        () -> refused(PolicyReason.VERSION_UNKNOWN, policy + " has no such version, or none then."));
        if (rule.limit() == null) {
            throw refused(PolicyReason.NO_LIMIT, rule.ref() + " says how much, not how long.");
        }
        return new Seen<>(
                book.position(),
                new ShownDue(from, book.state().deadline(rule, from, asked.zone()), ShownPolicy.Version.of(rule)));
    }

    private ResponseEntity<Answer<ShownPolicy>> send(
            Envelope envelope,
            Caller caller,
            String policy,
            Timed body,
            BiFunction<Fields, PolicyId, PolicyCommand> command) {
        requireEveryOffice(caller);
        return endpoint.send(envelope, body, fields -> id(fields, policy), command);
    }

    private Instant moment(String field, @Nullable String given) {
        return given == null ? clock.instant() : Fields.read(fields -> fields.required(field, given, Fields::instant));
    }

    /** What holds for every office is for those to change whose role extends to every office. */
    static void requireEveryOffice(Caller caller) {
        if (!caller.offices().every()) {
            throw refused(PolicyReason.EVERY_OFFICE_NEEDED, "Your roles extend to some offices only.");
        }
    }

    private static Refused refused(PolicyReason reason, String detail) {
        return new Refused(new Refusal(reason, detail));
    }

    private static PolicyId id(Fields fields, String policy) {
        return fields.required("policy", policy, PolicyId::new);
    }

    private static int version(String given) {
        if (!given.matches("[1-9]\\d{0,8}")) {
            throw new IllegalArgumentException("is a number from 1, not '" + given + "'");
        }
        return Integer.parseInt(given);
    }

    /** Stored names of facts, each of which is known. */
    private static List<String> facts(List<String> given) {
        if (given.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("has a name that is none");
        }
        given.forEach(Facts::typeOf);
        return List.copyOf(given);
    }
}
