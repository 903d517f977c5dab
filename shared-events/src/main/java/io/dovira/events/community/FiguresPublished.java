package io.dovira.events.community;

import io.dovira.events.OfficeId;
import io.dovira.events.PublicationId;
import io.dovira.events.StoredAs;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Somebody published figures about community officers. They are kept as said, with their source, beside those of others and beside what is counted here. */
@StoredAs("publication.figures-published")
public record FiguresPublished(
        PublicationId publication,
        OfficeId office,
        String source,
        LocalDate asOf,
        @Nullable Integer communities,
        @Nullable Integer officers,
        @Nullable Integer people)
        implements PublicationFact {
    public FiguresPublished {
        Claims.source(source);
        Claims.counted(communities);
        Claims.counted(officers);
        Claims.counted(people);
        if (communities == null && officers == null && people == null) {
            throw new IllegalArgumentException("a publication gives at least one figure");
        }
    }
}
