package io.dovira.query.interactions;

import io.dovira.access.Caller;
import io.dovira.events.OfficeId;
import io.dovira.query.platform.PageToken;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Single visits and cases: search, the story of one, and a search as a table. Each caller sees the offices of the own account only. */
@RestController
@Tag(name = "Interactions", description = "Single visits and cases: found, and told fact by fact")
final class InteractionsController {
    private static final int USUAL_PAGE = 50;
    private static final int CSV_PAGE = 1_000;

    private final InteractionIndex index;
    private final Stories stories;

    InteractionsController(InteractionIndex index, Stories stories) {
        this.index = index;
        this.stories = stories;
    }

    @GetMapping("/api/v1/interactions")
    @Operation(summary = "Visits and cases, the newest first")
    @SearchParameters
    @Parameter(in = ParameterIn.QUERY, name = "page", description = "the `next` of the page before")
    @Parameter(in = ParameterIn.QUERY, name = "limit", description = "1 to 500; 50 if absent")
    FoundPage search(
            @Parameter(hidden = true) @RequestParam Map<String, String> given,
            @Parameter(hidden = true) Caller caller) {
        Parameters parameters = new Parameters(given);
        Search search = within(parameters.search(), caller);
        return index.find(search, parameters.limit(USUAL_PAGE, Parameters.MOST), parameters.minPosition());
    }

    @GetMapping(path = "/api/v1/interactions/csv", produces = "text/csv")
    @Operation(
            summary = "The whole result of a search as CSV, however long it is; names in the language of the request")
    @SearchParameters
    void csv(
            @Parameter(hidden = true) @RequestParam Map<String, String> given,
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) Locale locale,
            HttpServletResponse response)
            throws IOException {
        Parameters parameters = new Parameters(given);
        Search search = within(parameters.search(), caller);
        FoundPage page = index.find(search, CSV_PAGE, parameters.minPosition());
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"interactions.csv\"");
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        Table.header(out);
        while (true) {
            for (FoundInteraction item : page.items()) {
                Table.row(out, item, locale);
            }
            String next = page.next();
            if (next == null) {
                break;
            }
            page = index.find(search.after(PageToken.decode(next)), CSV_PAGE, 0);
        }
        out.flush();
    }

    @GetMapping("/api/v1/interactions/{id}")
    @Operation(
            summary = "One visit or case, fact by fact",
            description = "Read from the log, which is never behind: a minPosition is always met.")
    Story story(
            @Parameter(description = "name of its stream, or its id alone") @PathVariable String id,
            @Parameter(description = "as it was known at this position of the log, or at this time; now if absent")
                    @RequestParam(required = false)
                    @Nullable
                    String at,
            @Parameter(hidden = true) Caller caller) {
        Story story = stories.tell(id, at);
        caller.offices().require(new OfficeId(story.office()));
        return story;
    }

    private static Search within(Search search, Caller caller) {
        if (search.office() != null) {
            caller.offices().require(new OfficeId(search.office()));
        }
        Set<String> scope = caller.offices().ids();
        return scope == null ? search : search.within(scope);
    }
}
