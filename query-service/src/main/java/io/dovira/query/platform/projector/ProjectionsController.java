package io.dovira.query.platform.projector;

import io.dovira.query.platform.Problem;
import io.dovira.query.platform.ProjectionStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How far the projections are, and what they could not take. */
@RestController
@RequestMapping("/api/v1/projections")
@Tag(name = "Projections", description = "How far the views are behind the log, and the facts that they could not take")
class ProjectionsController {

    private static final long MOST_SECONDS = 30;

    private final RunningProjections projections;

    ProjectionsController(RunningProjections projections) {
        this.projections = projections;
    }

    /**
     * A fact that could not be taken, or that waits behind such a one of its sequence.
     *
     * @param cause null for one that only waits
     */
    record DeadLetterView(
            long position,
            String eventId,
            String type,
            String sequence,
            @Nullable String cause,
            Instant enqueuedAt,
            Instant lastTriedAt) {}

    /**
     * @param taken how many facts are in the documents now
     * @param left how many still wait
     */
    record Retried(int taken, long left) {}

    @GetMapping
    @Operation(summary = "Every projection: its position, its lag, its speed, its dead letters")
    List<ProjectionStatus> all() {
        return projections.status();
    }

    @GetMapping("/{name}")
    @Operation(summary = "One projection")
    ProjectionStatus one(@PathVariable String name) {
        return projections.builds(name).status();
    }

    @GetMapping("/{name}/dead-letters")
    @Operation(summary = "The facts that the projection could not take, and those that wait behind them, by position")
    List<DeadLetterView> letters(@PathVariable String name) {
        return projections.builds(name).letters().stream()
                .map(letter -> new DeadLetterView(
                        letter.position(),
                        letter.eventId(),
                        letter.type(),
                        letter.sequence(),
                        letter.cause(),
                        letter.since(),
                        letter.touched()))
                .toList();
    }

    @PostMapping("/{name}/dead-letters/retry")
    @Operation(summary = "Tries dead letters again, in order, up to the first of each sequence that still fails")
    Retried retry(@PathVariable String name, @RequestParam(required = false) @Nullable String sequence) {
        ProjectionBuilds builds = projections.builds(name);
        try {
            int taken = builds.retry(sequence)
                    .orTimeout(MOST_SECONDS, TimeUnit.SECONDS)
                    .join();
            return new Retried(taken, builds.status().deadLetters());
        } catch (CompletionException e) {
            throw Problem.conflict(
                    "not-retried", "Nothing was retried", "the projection is not ready: " + e.getMessage());
        }
    }
}
