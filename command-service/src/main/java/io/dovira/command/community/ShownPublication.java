package io.dovira.command.community;

import io.dovira.events.community.FiguresPublished;
import io.dovira.events.community.Publication;
import io.dovira.events.community.PublicationWithdrawn;
import io.dovira.events.community.TrustSurveyPublished;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A publication as a client sees it: a trust survey, or figures. */
@Schema(name = "Publication")
record ShownPublication(
        @Schema(example = "trust-2026") String id,
        String office,
        String source,

        @Schema(description = "Why it counts no more; null while it counts") @Nullable
        String withdrawn,

        @Nullable TrustSurvey trust,
        @Nullable Figures figures) {

    @Schema(name = "TrustSurvey")
    record TrustSurvey(
            @Nullable String region,
            @Nullable String community,
            int n,
            double percent,
            @Nullable Double margin,
            LocalDate fieldworkFrom,
            LocalDate fieldworkTo) {}

    @Schema(name = "PublishedFigures")
    record Figures(
            LocalDate asOf,
            @Nullable Integer communities,
            @Nullable Integer officers,
            @Nullable Integer people) {}

    static ShownPublication of(Publication publication) {
        return switch (publication.published()) {
            case TrustSurveyPublished f ->
                of(
                        publication,
                        f.source(),
                        new TrustSurvey(
                                f.region() == null ? null : Objects.toString(f.region()),
                                f.community() == null ? null : Objects.toString(f.community()),
                                f.n(),
                                f.percent(),
                                f.margin(),
                                f.fieldworkFrom(),
                                f.fieldworkTo()),
                        null);
            case FiguresPublished f ->
                of(publication, f.source(), null, new Figures(f.asOf(), f.communities(), f.officers(), f.people()));
            case PublicationWithdrawn f -> throw new IllegalStateException(f + " publishes nothing");
        };
    }

    private static ShownPublication of(
            Publication publication, String source, @Nullable TrustSurvey trust, @Nullable Figures figures) {
        return new ShownPublication(
                publication.id().value(),
                publication.office().value(),
                source,
                publication.withdrawn(),
                trust,
                figures);
    }
}
