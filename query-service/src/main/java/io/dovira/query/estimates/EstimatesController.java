package io.dovira.query.estimates;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import io.dovira.access.Caller;
import io.dovira.events.OfficeId;
import io.dovira.events.metrics.Score;
import io.dovira.query.platform.Office;
import io.dovira.query.platform.Projections;
import io.dovira.query.platform.QueryParameters;
import io.dovira.query.platform.View;
import io.dovira.query.platform.Views;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How good estimates were that were told to visitors. Each caller sees the offices of the own account only. */
@RestController
@RequestMapping("/api/v1/estimates")
@Tag(name = "Estimates", description = "How good the waits were that were foreseen")
class EstimatesController {
    private static final List<String> PARAMETERS = List.of("from", "to", "office", "minPosition");

    private final EstimatesFold fold;
    private final Projections projections;
    private final Views views;

    EstimatesController(EstimatesFold fold, Projections projections, Views views) {
        this.fold = fold;
        this.projections = projections;
        this.views = views;
        views.index(fold, EstimatesFold.OUTCOMES, Indexes.ascending("day"));
    }

    @GetMapping
    @Operation(summary = "Of the waits that were foreseen, how many ended when they were said to")
    @Parameter(in = ParameterIn.QUERY, name = "office", description = "one office only")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "from",
            description = "first local day on which a wait began, such as 2026-03-02",
            schema = @Schema(type = "string", format = "date"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "to",
            description = "first day that counts no more",
            schema = @Schema(type = "string", format = "date"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "minPosition",
            description = "wait until it is complete to this position",
            schema = @Schema(type = "integer", format = "int64"))
    EstimatesAnswer outcomes(
            @Parameter(hidden = true) @RequestParam Map<String, String> given,
            @Parameter(hidden = true) Caller caller) {
        QueryParameters parameters = new QueryParameters(given, PARAMETERS);
        projections.await(fold, parameters.minPosition());
        View view = views.of(fold);
        Map<String, Office> offices = new HashMap<>();
        view.of(EstimatesFold.OFFICES)
                .all(Filters.empty())
                .forEach(office -> offices.put(office.key(), office.document()));
        Map<String, Outcomes> sums = new TreeMap<>();
        view.of(EstimatesFold.OUTCOMES).forEach(filter(parameters), each -> {
            Outcomes one = each.document();
            if (caller.offices().allows(new OfficeId(one.office()))) {
                sums.merge(one.office() + "/" + one.origin(), one, Outcomes::plus);
            }
        });
        return new EstimatesAnswer(
                Score.ESTIMATE.definition(),
                view.position(),
                EstimatesAnswer.SMALLEST,
                EstimatesAnswer.PROMISED,
                sums.values().stream()
                        .map(all -> row(all, offices.get(all.office())))
                        .toList());
    }

    private static EstimatesAnswer.OfficeEstimates row(Outcomes all, @Nullable Office office) {
        return EstimatesAnswer.OfficeEstimates.of(
                all, office == null ? Map.of() : office.name(), office == null ? Map.of() : office.regionName());
    }

    private static Bson filter(QueryParameters parameters) {
        List<Bson> all = new ArrayList<>();
        String office = parameters.text("office");
        if (office != null) {
            all.add(Filters.eq("office", office));
        }
        LocalDate from = parameters.day("from");
        if (from != null) {
            all.add(Filters.gte("day", from.toString()));
        }
        LocalDate to = parameters.day("to");
        if (to != null) {
            all.add(Filters.lt("day", to.toString()));
        }
        return all.isEmpty() ? Filters.empty() : Filters.and(all);
    }
}
