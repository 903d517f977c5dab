package io.dovira.command.community;

import io.dovira.events.OfficeId;
import io.dovira.events.PublicationId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Somebody published figures about community officers; at least one of the three. */
public record PublishFigures(
        PublicationId publication,
        OfficeId office,
        String source,
        LocalDate asOf,
        @Nullable Integer communities,
        @Nullable Integer officers,
        @Nullable Integer people)
        implements PublicationCommand {}
