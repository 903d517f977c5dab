package io.dovira.query.streams;

import io.dovira.access.Caller;
import io.dovira.query.platform.Client;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Events live: {@code GET /api/v1/events/stream}, server-sent events. Goes on after {@code Last-Event-ID}, else after {@code after}, else from
 * the beginning. The data of a frame without a name is one CloudEvent; a frame named {@code checkpoint} only moves the id.
 */
@RestController
final class EventStreamController {
    private final Subscribers subscribers;
    private final CloudEvents encoder;
    private final RecentHead head;
    private final StreamsProperties properties;
    private final Clock clock;

    EventStreamController(
            Subscribers subscribers, CloudEvents encoder, RecentHead head, StreamsProperties properties, Clock clock) {
        this.subscribers = subscribers;
        this.encoder = encoder;
        this.head = head;
        this.properties = properties;
        this.clock = clock;
    }

    @GetMapping("/api/v1/events/stream")
    void follow(
            @RequestParam(required = false) @Nullable String after,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @RequestParam(required = false) @Nullable List<String> type,
            @RequestParam(required = false) @Nullable String office,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        Selection selection = Selection.of(type, office, caller.offices(), caller.events());
        // A browser repeats its first address when it comes back; the header is newer than the parameter.
        boolean isBack = lastEventId != null && !lastEventId.isEmpty();
        long from = isBack
                ? After.parse("Last-Event-ID", lastEventId, head.get())
                : After.parse("after", after, head.get());
        Subscriber subscriber = subscribers.open(Client.of(caller, request), from, selection);
        try {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            Frames frames = new Frames(response.getOutputStream());
            new Subscription(selection, encoder, frames, head, properties, clock, subscribers, subscriber).run();
        } finally {
            subscribers.close(subscriber);
        }
    }

    @GetMapping("/api/v1/events/subscribers")
    Map<String, Object> subscribers() {
        return Map.of("head", head.get(), "subscribers", subscribers.views());
    }
}
