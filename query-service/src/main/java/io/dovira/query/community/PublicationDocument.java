package io.dovira.query.community;

import io.dovira.events.Origin;
import io.dovira.events.community.FiguresPublished;
import io.dovira.events.community.PublicationFact;
import io.dovira.events.community.PublicationWithdrawn;
import io.dovira.events.community.TrustSurveyPublished;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What others published, as they said it.
 *
 * @param trust the survey; null for figures
 * @param figures the figures; null for a survey
 * @param withdrawn why it counts no more; null while it counts
 */
record PublicationDocument(
        String id,
        String office,
        String source,
        Origin origin,
        @Nullable Trust trust,
        @Nullable Figures figures,
        @Nullable String withdrawn) {

    /**
     * An independent survey.
     *
     * @param region null for the nation
     * @param community null for a region or the nation
     * @param percent of those who answered trust the police
     * @param margin of error in percentage points; null if the source does not tell it
     */
    record Trust(
            @Nullable String region,
            @Nullable String community,
            int n,
            double percent,
            @Nullable Double margin,
            LocalDate fieldworkFrom,
            LocalDate fieldworkTo) {}

    /** Figures of a day; null is what the source does not say. */
    record Figures(
            LocalDate asOf,
            @Nullable Integer communities,
            @Nullable Integer officers,
            @Nullable Integer people) {}

    static PublicationDocument evolve(@Nullable PublicationDocument before, PublicationFact fact, Origin origin) {
        return switch (fact) {
            case TrustSurveyPublished f ->
                new PublicationDocument(
                        f.publication().value(),
                        f.office().value(),
                        f.source(),
                        origin,
                        new Trust(
                                f.region() == null ? null : f.region().value(),
                                f.community() == null ? null : f.community().value(),
                                f.n(),
                                f.percent(),
                                f.margin(),
                                f.fieldworkFrom(),
                                f.fieldworkTo()),
                        null,
                        null);
            case FiguresPublished f ->
                new PublicationDocument(
                        f.publication().value(),
                        f.office().value(),
                        f.source(),
                        origin,
                        null,
                        new Figures(f.asOf(), f.communities(), f.officers(), f.people()),
                        null);
            case PublicationWithdrawn f -> {
                if (before == null) {
                    throw new IllegalStateException(f.publication() + " was never published");
                }
                yield new PublicationDocument(
                        before.id,
                        before.office,
                        before.source,
                        before.origin,
                        before.trust,
                        before.figures,
                        f.reason());
            }
        };
    }
}
