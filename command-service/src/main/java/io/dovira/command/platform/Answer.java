package io.dovira.command.platform;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What a command is answered with: where its facts are, and what the thing is like now. */
@Schema(description = "The facts are durable")
public record Answer<T>(
        @Schema(
                description =
                        "Position of the last fact in the log; ask the query service with ?minPosition= to see it there",
                example = "812334")
        long position,

        @Schema(description = "When the log learnt of the facts")
        Instant recordedAt,

        @Schema(description = "Ids of the facts, in order") List<String> eventIds,
        @Schema(description = "The state right after them") T state) {

    /** Tells that the facts were recorded by an earlier request with the same idempotency key. */
    public static final String REPLAYED = "Idempotency-Replayed";

    /** 201 with the address of what was made. */
    public static <S, T> ResponseEntity<Answer<T>> created(Done<S> done, Function<S, T> shown, String path) {
        return answer(done, shown, HttpStatus.CREATED, URI.create(path));
    }

    /** 200. */
    public static <S, T> ResponseEntity<Answer<T>> ok(Done<S> done, Function<S, T> shown) {
        return answer(done, shown, HttpStatus.OK, null);
    }

    private static <S, T> ResponseEntity<Answer<T>> answer(
            Done<S> done, Function<S, T> shown, HttpStatus status, @Nullable URI location) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
        if (location != null) {
            answer.location(location);
        }
        if (done.replayed()) {
            answer.header(REPLAYED, "true");
        }
        return answer.body(
                new Answer<>(done.position(), done.recordedAt(), done.eventIds(), shown.apply(done.state())));
    }
}
