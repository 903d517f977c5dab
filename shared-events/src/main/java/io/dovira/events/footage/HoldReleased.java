package io.dovira.events.footage;

import io.dovira.events.FootageId;
import io.dovira.events.StoredAs;

/** This hold is no reason to keep it any more. */
@StoredAs("footage.hold-released")
public record HoldReleased(FootageId footage, String hold, String reason) implements FootageFact {}
