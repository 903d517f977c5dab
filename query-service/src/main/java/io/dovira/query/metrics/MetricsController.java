package io.dovira.query.metrics;

import io.dovira.access.Caller;
import io.dovira.events.metrics.Measure;
import io.dovira.events.metrics.MetricDefinition;
import io.dovira.events.metrics.ServiceLevel;
import io.dovira.query.platform.Fold;
import io.dovira.query.platform.Problem;
import io.dovira.query.platform.Projections;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Figures. */
@RestController
@RequestMapping("/api/v1/metrics")
@Tag(name = "Metrics", description = "How long people waited and how fast they were helped")
class MetricsController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final MetricsReader reader;
    private final Projections projections;
    private final Fold fold;

    MetricsController(MetricsReader reader, Projections projections, @Qualifier("metricsFold") Fold fold) {
        this.reader = reader;
        this.projections = projections;
        this.fold = fold;
    }

    @GetMapping("/definitions")
    @Operation(summary = "What each measure means")
    List<MetricDefinition> definitions() {
        return Stream.of(
                        Measure.definitions().stream(),
                        Stream.of(Measure.P90_WITH_OPEN),
                        Arrays.stream(ServiceLevel.values()).map(ServiceLevel::definition))
                .flatMap(definitions -> definitions)
                .toList();
    }

    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, "text/csv", MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    @Operation(
            summary = "The figures of a measure, put together as asked",
            description =
                    "Attributed to the local hour of arrival, or of opening. Percentiles are nearest-rank: exact up to 10,000 values, "
                            + "within 1 % above; below 30 values there are none, the values are shown. p90WithOpen counts those who still wait, too, with the time "
                            + "they have waited so far: a lower bound. Filters may be repeated or hold several "
                            + "values with commas.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        schema = @Schema(implementation = MetricsAnswer.class)),
                                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class))
                            }))
    ResponseEntity<?> figures(
            @Parameter(description = "wait, time-to-service, handling, response, sojourn or abandonment")
                    @RequestParam(required = false)
                    @Nullable
                    String measure,
            @RequestParam(required = false) @Nullable List<String> organisation,
            @RequestParam(required = false) @Nullable List<String> region,
            @RequestParam(required = false) @Nullable List<String> office,
            @RequestParam(required = false) @Nullable List<String> service,
            @RequestParam(required = false) @Nullable List<String> channel,
            @Parameter(description = "LIVE, IMPORTED or SIMULATED") @RequestParam(required = false) @Nullable
                    List<String> origin,
            @Parameter(description = "first arrival: a date, a local date-time (of each office), or one with an offset")
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(description = "end of the arrivals, exclusive; as from")
                    @RequestParam(required = false)
                    @Nullable
                    String to,
            @Parameter(description = "hour, day or total (the default)") @RequestParam(required = false) @Nullable
                    String bucket,
            @Parameter(description = "any of organisation, region, office, service, channel, origin")
                    @RequestParam(required = false)
                    @Nullable
                    List<String> by,
            @Parameter(description = "not available yet") @RequestParam(required = false) @Nullable String asOf,
            @Parameter(description = "the definition that is expected, such as wait@2; another one is refused")
                    @RequestParam(required = false)
                    @Nullable
                    String definition,
            @Parameter(description = "wait until the figures are complete to this position")
                    @RequestParam(required = false)
                    @Nullable
                    Long minPosition,
            @Parameter(description = "json or csv; beside the Accept header") @RequestParam(required = false) @Nullable
                    String format,
            @Parameter(hidden = true) @RequestHeader(name = "Accept", required = false) @Nullable String accept,
            @Parameter(hidden = true) Caller caller,
            HttpServletRequest request) {
        MetricsQuery query = MetricsRequest.read(request.getParameterMap());
        boolean csv = wantsCsv(format, accept);
        if (minPosition != null) {
            projections.await(fold, minPosition);
        }
        MetricsAnswer answer = reader.answer(query, caller.offices(), projections.completeUntil(fold));
        ResponseEntity.BodyBuilder ok = ResponseEntity.ok()
                .header("Dovira-Definition", answer.definition().name())
                .header("Dovira-Position", Long.toString(answer.position()));
        return csv
                ? ok.contentType(CSV).body(MetricsCsv.of(query, answer).getBytes(StandardCharsets.UTF_8))
                : ok.contentType(MediaType.APPLICATION_JSON).body(answer);
    }

    @GetMapping("/service-level")
    @Operation(
            summary = "The share of visitors who were called in time, by one of five formulas",
            description =
                    "Attributed to the local hour of arrival. The formulas F1 to F5 differ in what becomes of those who left before a call; "
                            + "/definitions says how. Below 30 there is no share, the counts are shown.")
    ResponseEntity<LevelAnswer> serviceLevel(
            @Parameter(description = "F1 to F5; F4 if it is left out") @RequestParam(required = false) @Nullable
                    String formula,
            @Parameter(
                            description =
                                    "seconds within which a call should come; the wait target of each leg if it is left out")
                    @RequestParam(required = false)
                    @Nullable
                    String within,
            @Parameter(description = "seconds: who left within them has not really waited; for F5, which needs it")
                    @RequestParam(name = "short", required = false)
                    @Nullable
                    String shortAbandonment,
            @RequestParam(required = false) @Nullable List<String> organisation,
            @RequestParam(required = false) @Nullable List<String> region,
            @RequestParam(required = false) @Nullable List<String> office,
            @RequestParam(required = false) @Nullable List<String> service,
            @RequestParam(required = false) @Nullable List<String> channel,
            @Parameter(description = "LIVE, IMPORTED or SIMULATED") @RequestParam(required = false) @Nullable
                    List<String> origin,
            @Parameter(description = "first arrival: a date, a local date-time (of each office), or one with an offset")
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(description = "end of the arrivals, exclusive; as from")
                    @RequestParam(required = false)
                    @Nullable
                    String to,
            @Parameter(description = "hour, day or total (the default)") @RequestParam(required = false) @Nullable
                    String bucket,
            @Parameter(description = "any of organisation, region, office, service, channel, origin")
                    @RequestParam(required = false)
                    @Nullable
                    List<String> by,
            @Parameter(description = "wait until the figures are complete to this position")
                    @RequestParam(required = false)
                    @Nullable
                    Long minPosition,
            @Parameter(hidden = true) Caller caller,
            HttpServletRequest request) {
        LevelQuestion question = MetricsRequest.readLevel(request.getParameterMap());
        if (minPosition != null) {
            projections.await(fold, minPosition);
        }
        LevelAnswer answer = reader.answer(question, caller.offices());
        return ResponseEntity.ok()
                .header("Dovira-Definition", answer.definition().name())
                .header("Dovira-Position", Long.toString(answer.position()))
                .body(answer);
    }

    private static boolean wantsCsv(@Nullable String format, @Nullable String accept) {
        if (format != null && !format.equals("json") && !format.equals("csv")) {
            throw Problem.badValue("format", format, List.of("json", "csv"));
        }
        return format == null ? accept != null && accept.startsWith("text/csv") : format.equals("csv");
    }
}
