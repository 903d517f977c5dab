package io.dovira.query.streams;

import io.dovira.access.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Events in pages: {@code GET /api/v1/events} answers a CloudEvents batch in the order of the log.
 *
 * <p>The headers {@code Dovira-Position} (go on after this) and {@code Dovira-Head} (last position of the log) are always there; {@code
 * Link: <...>; rel="next"} is the address of the next page. A reader is up to date when both positions are equal. A page may hold fewer events
 * than asked for, or none, while there is more to come.
 */
@RestController
final class EventsController {
    static final String POSITION = "Dovira-Position";
    static final String HEAD = "Dovira-Head";
    static final int MOST = 1_000;

    private final EventPages pages;
    private final RecentHead head;

    EventsController(EventPages pages, RecentHead head) {
        this.pages = pages;
        this.head = head;
    }

    @GetMapping("/api/v1/events")
    ResponseEntity<String> page(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") String limit,
            @RequestParam(required = false) @Nullable List<String> type,
            @RequestParam(required = false) @Nullable String office,
            Caller caller) {
        Selection selection = Selection.of(type, office, caller.offices(), caller.events());
        int most = limit(limit);
        long from = After.parse("after", after, head.get());
        EventPage page = pages.read(from, most, selection);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(CloudEvents.BATCH))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(POSITION, Long.toString(page.position()))
                .header(HEAD, Long.toString(page.head()))
                .header(HttpHeaders.LINK, "<" + next(page.position(), most, selection) + ">; rel=\"next\"")
                .body(page.json());
    }

    private static String next(long after, int limit, Selection selection) {
        UriComponentsBuilder next = UriComponentsBuilder.fromPath("/api/v1/events")
                .queryParam("after", after)
                .queryParam("limit", limit);
        selection.types().forEach(type -> next.queryParam("type", type));
        if (selection.office() != null) {
            next.queryParam("office", selection.office());
        }
        return next.toUriString();
    }

    private static int limit(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Refused below, as a number out of bounds is.
        }
        throw Refused.malformed("limit", "a number from 1 to " + MOST + ", not '" + text + "'");
    }
}
