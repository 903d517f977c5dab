package io.dovira.command.policies;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** When something that starts then is due, and by which rule. */
@Schema(name = "Due")
record ShownDue(
        Instant start,

        @Schema(description = "The last moment that is in time")
        Instant due,

        @Schema(description = "The rule that says so") ShownPolicy.Version policy) {}
