package io.dovira.query.compare;

import io.dovira.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Fair comparison. Each caller sees the offices of the own account by name, the others as dots. */
@RestController
@RequestMapping("/api/v1/compare")
@Tag(
        name = "Comparison",
        description = "What is signal and what is noise: offices side by side, and an office over time")
class CompareController {
    private static final String MEASURE = "wait, service-level, response, csat or response-rate; more is better";

    private final Comparisons comparisons;

    CompareController(Comparisons comparisons) {
        this.comparisons = comparisons;
    }

    @GetMapping("/funnel")
    @Operation(
            summary = "Offices side by side, and whether chance explains how they differ",
            description =
                    "A funnel plot: each office at its share, put right for its mix of services, over the entries it rests on, with limits of 95 % and 99.8 % "
                            + "around the common share. If offices differ beyond chance all together, the limits are widened by it and `dispersion` says so. "
                            + "Offices with fewer entries than `smallest` are listed and not judged. All offices that the filters leave are compared; those "
                            + "outside the own account come without a name, and a comparison with fewer than five of them is refused; a service that fewer than five of them give is not in `services`. One origin at a time: that of the "
                            + "most entries, if none is asked for.")
    @Parameter(in = ParameterIn.QUERY, name = "measure", description = MEASURE, required = true)
    @Parameter(in = ParameterIn.QUERY, name = "organisation", description = "ids; repeated or with commas")
    @Parameter(in = ParameterIn.QUERY, name = "region", description = "ids; repeated or with commas")
    @Parameter(in = ParameterIn.QUERY, name = "service", description = "ids; repeated or with commas")
    @Parameter(in = ParameterIn.QUERY, name = "channel", description = "repeated or with commas")
    @Parameter(in = ParameterIn.QUERY, name = "origin", description = "LIVE, IMPORTED or SIMULATED")
    @Parameter(in = ParameterIn.QUERY, name = "from", description = "first local day, such as 2026-03-02")
    @Parameter(in = ParameterIn.QUERY, name = "to", description = "first local day that counts no more")
    @Parameter(in = ParameterIn.QUERY, name = "asOf", description = "not available yet")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "minPosition",
            description = "wait until the figures are complete to this position",
            schema = @Schema(type = "integer", format = "int64"))
    FunnelAnswer funnel(@Parameter(hidden = true) Caller caller, HttpServletRequest request) {
        return comparisons.funnel(
                CompareRequest.funnel(request.getParameterMap(), comparisons.measures()), caller.offices());
    }

    @GetMapping("/control")
    @Operation(
            summary = "One office over time, and what of it is signal",
            description =
                    "An XmR chart: the share of each day or week, natural process limits of the mean -/+ 2.66 times the mean moving range, and the points that are "
                            + "no noise: outside the limits, two of three near a limit, eight on one side of the centre, a jump beyond the limit of ranges. Points "
                            + "of few entries and of a day that is not over are shown and not judged.")
    @Parameter(in = ParameterIn.QUERY, name = "office", description = "id of an office", required = true)
    @Parameter(in = ParameterIn.QUERY, name = "measure", description = MEASURE, required = true)
    @Parameter(in = ParameterIn.QUERY, name = "bucket", description = "day (the default) or week")
    @Parameter(in = ParameterIn.QUERY, name = "service", description = "ids; repeated or with commas")
    @Parameter(in = ParameterIn.QUERY, name = "channel", description = "repeated or with commas")
    @Parameter(in = ParameterIn.QUERY, name = "origin", description = "LIVE, IMPORTED or SIMULATED")
    @Parameter(in = ParameterIn.QUERY, name = "from", description = "first local day, such as 2026-03-02")
    @Parameter(in = ParameterIn.QUERY, name = "to", description = "first local day that counts no more")
    @Parameter(in = ParameterIn.QUERY, name = "asOf", description = "not available yet")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "minPosition",
            description = "wait until the figures are complete to this position",
            schema = @Schema(type = "integer", format = "int64"))
    ControlAnswer control(@Parameter(hidden = true) Caller caller, HttpServletRequest request) {
        return comparisons.control(
                CompareRequest.control(request.getParameterMap(), comparisons.measures()), caller.offices());
    }
}
