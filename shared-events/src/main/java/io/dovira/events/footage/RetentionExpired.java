package io.dovira.events.footage;

import io.dovira.events.FootageId;
import io.dovira.events.StoredAs;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Its retention is over and nothing holds it: nobody may watch it any more. */
@StoredAs("footage.retention-expired")
public record RetentionExpired(
        FootageId footage, Instant keptUntil, @Nullable String policy) implements FootageFact {}
