package io.dovira.command.community;

import io.dovira.events.community.Community;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A community as a client sees it. Names are by language tag. */
@Schema(name = "Community")
record ShownCommunity(
        @Schema(example = "zhmerynka") String id,
        Map<String, String> name,
        String region,
        Map<String, String> regionName,

        @Schema(description = "The unit of the police that answers for it")
        String office,

        @Schema(example = "Europe/Kyiv") String timeZone,

        @Schema(description = "Every claim, as recorded; they may contradict each other")
        List<Claim> population,

        Instant registeredAt,
        @Nullable Instant memorandumAt,
        int contacts,
        int reports) {

    @Schema(name = "PopulationClaim")
    record Claim(int people, String source, LocalDate asOf) {}

    static ShownCommunity of(Community community) {
        return new ShownCommunity(
                community.id().value(),
                community.name(),
                community.region().value(),
                community.regionName(),
                community.office().value(),
                community.zone().getId(),
                community.population().stream()
                        .map(claim -> new Claim(claim.people(), claim.source(), claim.asOf()))
                        .toList(),
                community.registeredAt(),
                community.memorandumAt(),
                community.contacts(),
                community.reports());
    }
}
