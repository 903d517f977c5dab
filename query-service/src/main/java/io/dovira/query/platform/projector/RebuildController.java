package io.dovira.query.platform.projector;

import io.dovira.access.Caller;
import io.dovira.query.platform.Problem;
import io.dovira.query.platform.ProjectionStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Fills a projection again beside the one that is shown, switches, and goes back. What may be asked for by whom, the rules of access say. */
@RestController
@RequestMapping("/api/v1/projections/{name}")
@Tag(
        name = "Rebuilds",
        description = "A projection filled again from the log, beside the one that is shown, and shown in its place")
class RebuildController {

    private final RunningProjections projections;

    RebuildController(RunningProjections projections) {
        this.projections = projections;
    }

    /**
     * @param status where the projection stands, and its rebuild
     * @param asked who wants the rebuild, and since when; null if there is none
     * @param comparison what stopped the rebuild; null unless it is HELD
     * @param goingBack whether the kept build is catching up to be shown again
     * @param deeds what was done, newest first: who asked for it, when, and what the comparison found
     */
    record BuildsView(
            ProjectionStatus status,
            @Nullable Asked asked,
            @Nullable Comparison comparison,
            boolean goingBack,
            List<Done> deeds) {}

    /** @param by the account's pseudonym, or {@code system} for a new version of the fold */
    record Asked(String by, Instant at) {}

    /** @param position up to which the build was complete; null if that does not matter */
    record Done(
            String what,
            String build,
            String by,
            Instant at,
            @Nullable Long position,
            @Nullable Comparison comparison) {}

    @GetMapping("/builds")
    @Operation(summary = "The builds of a projection: what is shown, what is being made, what is kept, what was done")
    BuildsView builds(@PathVariable String name) {
        return view(projections.builds(name));
    }

    @PostMapping("/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary =
                    "Fills the projection again beside the one that is shown; shown in its place once every document is the same",
            description = "With 409 while another rebuild of it goes on. Progress: GET .../builds.")
    BuildsView rebuild(@PathVariable String name, Caller caller) {
        return done(name, caller, ProjectionBuilds::ask);
    }

    @DeleteMapping("/rebuild")
    @Operation(summary = "Gives the rebuild up and removes what it has made")
    BuildsView cancel(@PathVariable String name, Caller caller) {
        return done(name, caller, ProjectionBuilds::cancel);
    }

    @PostMapping("/rebuild/switch")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Shows the new build although it differs from what is shown; for one that is HELD")
    BuildsView take(@PathVariable String name, Caller caller) {
        return done(name, caller, ProjectionBuilds::take);
    }

    @PostMapping("/rollback")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Shows the build before again, as soon as it has caught up; the other is kept in its place")
    BuildsView goBack(@PathVariable String name, Caller caller) {
        return done(name, caller, ProjectionBuilds::goBack);
    }

    @DeleteMapping("/kept")
    @Operation(summary = "Removes the build that is kept to go back to")
    BuildsView discard(@PathVariable String name, Caller caller) {
        return done(name, caller, ProjectionBuilds::discardKept);
    }

    private BuildsView done(String name, Caller caller, BiConsumer<ProjectionBuilds, String> deed) {
        ProjectionBuilds builds = projections.builds(name);
        try {
            deed.accept(builds, caller.actor());
            return view(builds);
        } catch (Builds.NotNow e) {
            throw Problem.conflict(e.type(), "Not in this state", String.valueOf(e.getMessage()));
        }
    }

    private static BuildsView view(ProjectionBuilds projection) {
        ProjectionStatus status = projection.status();
        Builds builds = projection.builds();
        Builds.Rebuild rebuild = builds.rebuild();
        return new BuildsView(
                status,
                rebuild == null
                        ? null
                        : new Asked(rebuild.asked().by(), rebuild.asked().at()),
                rebuild == null ? null : rebuild.comparison(),
                builds.goBack() != null,
                builds.deeds().stream()
                        .map(deed -> new Done(
                                deed.what().name(),
                                deed.build().name(),
                                deed.by(),
                                deed.at(),
                                deed.position(),
                                deed.comparison()))
                        .toList());
    }
}
