package io.dovira.events.footage;

import io.dovira.events.FootageId;
import io.dovira.events.StoredAs;

/** The content is deleted, with {@code copies} redacted copies. Hash, times and accesses stay. */
@StoredAs("footage.footage-purged")
public record FootagePurged(FootageId footage, String sha256, int copies) implements FootageFact {}
