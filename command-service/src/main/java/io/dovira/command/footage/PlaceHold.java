package io.dovira.command.footage;

import io.dovira.events.FootageId;
import io.dovira.events.footage.HoldGround;
import org.jspecify.annotations.Nullable;

/** The segment is kept whatever its retention says. */
public record PlaceHold(
        FootageId footage,
        String hold,
        HoldGround ground,
        @Nullable String reference) implements FootageCommand {}
