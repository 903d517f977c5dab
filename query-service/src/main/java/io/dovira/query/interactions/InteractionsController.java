package io.dovira.query.interactions;

import io.dovira.events.OfficeId;
import io.dovira.query.identity.Caller;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Single visits and cases: search, the story of one, and a search as a table. Each caller sees the offices of the own account only. */
@RestController
final class InteractionsController {
    private static final int USUAL_PAGE = 50;
    private static final int CSV_PAGE = 1_000;

    private final InteractionIndex index;
    private final Stories stories;

    InteractionsController(InteractionIndex index, Stories stories) {
        this.index = index;
        this.stories = stories;
    }

    /** Newest first. {@code page}: the {@code next} of the page before. */
    @GetMapping("/api/v1/interactions")
    FoundPage search(@RequestParam Map<String, String> given, Caller caller) {
        Parameters parameters = new Parameters(given);
        Search search = within(parameters.search(), caller);
        return index.find(search, parameters.limit(USUAL_PAGE, Parameters.MOST), parameters.minPosition());
    }

    /** The whole result of a search as CSV, however long it is; names in the language of the request. */
    @GetMapping("/api/v1/interactions/csv")
    void csv(@RequestParam Map<String, String> given, Caller caller, Locale locale, HttpServletResponse response)
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

    /**
     * What is known of one visit or case; with {@code at}, what was known at a position of the log or at a time. Read from the log, which is
     * never behind: a {@code minPosition} is always met.
     */
    @GetMapping("/api/v1/interactions/{id}")
    Story story(@PathVariable String id, @RequestParam(required = false) @Nullable String at, Caller caller) {
        Story story = stories.tell(id, at);
        caller.offices().require(new OfficeId(story.office()));
        return story;
    }

    private static Search within(Search search, Caller caller) {
        if (search.office() != null) {
            caller.offices().require(new OfficeId(search.office()));
        }
        return caller.offices().every()
                ? search
                : search.within(
                        caller.offices().named().stream().map(OfficeId::value).collect(Collectors.toSet()));
    }
}
