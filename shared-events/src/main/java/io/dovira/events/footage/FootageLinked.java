package io.dovira.events.footage;

import io.dovira.events.FootageId;
import io.dovira.events.StoredAs;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The segment shows what happened to somebody or something: {@code subject} is its id, {@code event} the entry that is meant, {@code at} the true time of it. */
@StoredAs("footage.footage-linked")
public record FootageLinked(
        FootageId footage,
        LinkTarget target,
        String subject,
        @Nullable String event,
        Instant at) implements FootageFact {}
