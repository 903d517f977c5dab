package io.dovira.query.feedback;

import io.dovira.access.Caller;
import io.dovira.events.Origin;
import io.dovira.query.platform.PageToken;
import io.dovira.query.platform.Problem;
import io.dovira.query.platform.QueryParameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people say of the service. Each caller sees the offices of the own account only. */
@RestController
@RequestMapping("/api/v1/feedback")
@Tag(
        name = "Feedback",
        description = "Satisfaction, recommendation and comments, with the number of answers behind each")
class FeedbackController {
    private static final int USUAL_PAGE = 50;
    private static final int MOST = 500;

    private final Feedback feedback;

    FeedbackController(Feedback feedback) {
        this.feedback = feedback;
    }

    @GetMapping
    @Operation(
            summary = "CSAT, NPS and response rate",
            description =
                    "Attributed to the local day of the offer. Below the smallest sample, which a policy names, the answers are shown and no share "
                            + "or score is claimed; nothing is ranked. Origins are never added up. Never a measure of trust.")
    FeedbackAnswer answer(
            @Parameter(description = "any of office, region, service, channel; repeated or with commas")
                    @RequestParam(required = false)
                    @Nullable
                    List<String> by,
            @Parameter(description = "ids; repeated or with commas") @RequestParam(required = false) @Nullable
                    List<String> office,
            @RequestParam(required = false) @Nullable List<String> region,
            @RequestParam(required = false) @Nullable List<String> service,
            @Parameter(description = "where it was offered: KIOSK, TICKET, APPEAL or OTHER")
                    @RequestParam(required = false)
                    @Nullable
                    List<String> channel,
            @RequestParam(required = false) @Nullable List<String> origin,
            @Parameter(description = "first local day of an offer, such as 2026-03-02")
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(description = "first day that counts no more") @RequestParam(required = false) @Nullable
                    String to,
            @Parameter(description = "wait until the view is complete to this position")
                    @RequestParam(required = false)
                    @Nullable
                    Long minPosition,
            @Parameter(hidden = true) Caller caller) {
        Set<Dimension> apart = EnumSet.noneOf(Dimension.class);
        for (String name : set(by)) {
            apart.add(Arrays.stream(Dimension.values())
                    .filter(dimension -> dimension.id().equals(name))
                    .findFirst()
                    .orElseThrow(() -> Problem.badValue(
                            "by",
                            name,
                            Arrays.stream(Dimension.values()).map(Dimension::id).toList())));
        }
        return feedback.answer(
                question(office, region, service, channel, origin, from, to),
                apart,
                minPosition == null ? 0 : minPosition,
                caller.offices());
    }

    @GetMapping("/comments")
    @Operation(summary = "Comments, the newest first")
    CommentsPage comments(
            @Parameter(description = "ids; repeated or with commas") @RequestParam(required = false) @Nullable
                    List<String> office,
            @RequestParam(required = false) @Nullable List<String> region,
            @RequestParam(required = false) @Nullable List<String> service,
            @Parameter(description = "where it was offered: KIOSK, TICKET, APPEAL or OTHER")
                    @RequestParam(required = false)
                    @Nullable
                    List<String> channel,
            @RequestParam(required = false) @Nullable List<String> origin,
            @Parameter(description = "first local day of an answer, such as 2026-03-02")
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(description = "first day that counts no more") @RequestParam(required = false) @Nullable
                    String to,
            @Parameter(description = "the `next` of the page before") @RequestParam(required = false) @Nullable
                    String page,
            @Parameter(description = "1 to 500; 50 if absent") @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable Long minPosition,
            @Parameter(hidden = true) Caller caller) {
        if (limit != null && (limit < 1 || limit > MOST)) {
            throw Problem.unreadable("limit", limit.toString(), "a number from 1 to " + MOST);
        }
        return feedback.comments(
                question(office, region, service, channel, origin, from, to),
                token(page),
                limit == null ? USUAL_PAGE : limit,
                minPosition == null ? 0 : minPosition,
                caller.offices());
    }

    private static FeedbackQuestion question(
            @Nullable List<String> office,
            @Nullable List<String> region,
            @Nullable List<String> service,
            @Nullable List<String> channel,
            @Nullable List<String> origin,
            @Nullable String from,
            @Nullable String to) {
        LocalDate first = QueryParameters.day("from", from);
        LocalDate end = QueryParameters.day("to", to);
        if (first != null && end != null && !first.isBefore(end)) {
            throw Problem.unreadable("to", String.valueOf(to), "after 'from': no day lies between them");
        }
        return new FeedbackQuestion(set(office), set(region), set(service), set(channel), origins(origin), first, end);
    }

    private static Set<Origin> origins(@Nullable List<String> given) {
        Set<Origin> all = EnumSet.noneOf(Origin.class);
        for (String name : set(given)) {
            all.add(Arrays.stream(Origin.values())
                    .filter(origin -> origin.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> Problem.badValue(
                            "origin",
                            name,
                            Arrays.stream(Origin.values()).map(Origin::name).toList())));
        }
        return all;
    }

    private static Set<String> set(@Nullable List<String> given) {
        return given == null ? Set.of() : QueryParameters.many(given);
    }

    private static @Nullable PageToken token(@Nullable String page) {
        if (page == null || page.isBlank()) {
            return null;
        }
        try {
            return PageToken.decode(page);
        } catch (IllegalArgumentException e) {
            throw Problem.unreadable("page", page, "a token that an earlier page gave");
        }
    }
}
