package io.dovira.query.community;

import io.dovira.access.Caller;
import io.dovira.events.Origin;
import io.dovira.query.community.Communities.Question;
import io.dovira.query.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Communities, coverage, the way of officers, and what others published. Each caller sees the offices of the own account only. */
@RestController
@Tag(name = "Community", description = "Which communities are served by an officer, and what others say of it")
class CommunityController {
    private static final int USUAL_PAGE = 100;
    private static final int MOST = 2_000;

    private final Communities communities;
    private final Clock clock;

    CommunityController(Communities communities, Clock clock) {
        this.communities = communities;
        this.clock = clock;
    }

    @GetMapping("/api/v1/coverage")
    @Operation(
            summary = "How many communities are served, as of a day",
            description = "Origins are never added up. Without `by` it is the nation, as far as the caller may see it.")
    CoverageAnswer coverage(
            @Parameter(description = "region or office") @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String office,
            @RequestParam(required = false) @Nullable Origin origin,
            @Parameter(description = "a day (as it ended) or a time with offset; now if absent")
                    @RequestParam(required = false)
                    @Nullable
                    String asOf,
            @Parameter(description = "wait until the view is complete to this position")
                    @RequestParam(required = false)
                    @Nullable
                    Long minPosition,
            @Parameter(hidden = true) Caller caller) {
        if (by != null && !by.isBlank() && !by.equals("region") && !by.equals("office")) {
            throw Problem.badValue("by", by, List.of("region", "office"));
        }
        return communities.coverage(
                question(region, office, origin, asOf, minPosition),
                "region".equals(by),
                "office".equals(by),
                caller.offices());
    }

    @GetMapping("/api/v1/communities")
    @Operation(summary = "Communities as they stood on a day, by id")
    CommunitiesPage page(
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String office,
            @RequestParam(required = false) @Nullable Origin origin,
            @RequestParam(required = false) @Nullable CoverageState state,
            @Parameter(description = "a day (as it ended) or a time with offset; now if absent")
                    @RequestParam(required = false)
                    @Nullable
                    String asOf,
            @Parameter(description = "the `next` of the page before") @RequestParam(required = false) @Nullable
                    String page,
            @Parameter(description = "1 to 2000; 100 if absent") @RequestParam(required = false) @Nullable
                    Integer limit,
            @Parameter(description = "wait until the view is complete to this position")
                    @RequestParam(required = false)
                    @Nullable
                    Long minPosition,
            @Parameter(hidden = true) Caller caller) {
        if (limit != null && (limit < 1 || limit > MOST)) {
            throw Problem.unreadable("limit", limit.toString(), "a number from 1 to " + MOST);
        }
        return communities.page(
                question(region, office, origin, asOf, minPosition),
                state,
                page == null || page.isBlank() ? null : page,
                limit == null ? USUAL_PAGE : limit,
                caller.offices());
    }

    @GetMapping("/api/v1/communities/{id}")
    @Operation(
            summary = "One community: every claim about its population, its officers, stations, contacts and surveys")
    CommunityView one(
            @PathVariable String id,
            @Parameter(description = "a day (as it ended) or a time with offset; now if absent")
                    @RequestParam(required = false)
                    @Nullable
                    String asOf,
            @Parameter(description = "wait until the view is complete to this position")
                    @RequestParam(required = false)
                    @Nullable
                    Long minPosition,
            @Parameter(hidden = true) Caller caller) {
        return communities.one(id, AsOf.parse(asOf, clock.instant()), position(minPosition), caller.offices());
    }

    @GetMapping("/api/v1/officers/pipeline")
    @Operation(
            summary = "How candidates become officers, and how long each step takes",
            description = "Days. Percentiles are nearest-rank; below 30 values there are none, the values are shown.")
    PipelineAnswer pipeline(
            @RequestParam(required = false) @Nullable String region,
            @Parameter(description = "wait until the view is complete to this position")
                    @RequestParam(required = false)
                    @Nullable
                    Long minPosition,
            @Parameter(hidden = true) Caller caller) {
        return communities.pipeline(blank(region), position(minPosition), caller.offices());
    }

    @GetMapping("/api/v1/publications")
    @Operation(
            summary = "Independent trust surveys and published figures, side by side",
            description = "As their sources say them. Trust is never made from ratings.")
    PublicationsAnswer publications(
            @Parameter(description = "wait until the view is complete to this position")
                    @RequestParam(required = false)
                    @Nullable
                    Long minPosition) {
        return communities.publications(position(minPosition));
    }

    private Question question(
            @Nullable String region,
            @Nullable String office,
            @Nullable Origin origin,
            @Nullable String asOf,
            @Nullable Long minPosition) {
        return new Question(
                blank(region), blank(office), origin, AsOf.parse(asOf, clock.instant()), position(minPosition));
    }

    private static long position(@Nullable Long minPosition) {
        return minPosition == null ? 0 : minPosition;
    }

    /** An empty form field says nothing. */
    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
