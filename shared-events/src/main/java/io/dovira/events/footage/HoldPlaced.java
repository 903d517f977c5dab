package io.dovira.events.footage;

import io.dovira.events.FootageId;
import io.dovira.events.StoredAs;
import org.jspecify.annotations.Nullable;

/** The segment is kept whatever its retention says, until every hold is released. */
@StoredAs("footage.hold-placed")
public record HoldPlaced(
        FootageId footage,
        String hold,
        HoldGround ground,
        @Nullable String reference) implements FootageFact {}
