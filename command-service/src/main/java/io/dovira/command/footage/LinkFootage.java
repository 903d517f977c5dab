package io.dovira.command.footage;

import io.dovira.events.FootageId;
import io.dovira.events.footage.LinkTarget;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The segment shows what happened in a visit, a stay or an appeal, at {@code at} in true time. {@code event} null means all of it. */
public record LinkFootage(
        FootageId footage,
        LinkTarget target,
        String subject,
        @Nullable String event,
        Instant at) implements FootageCommand {}
