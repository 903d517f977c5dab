package io.dovira.query.community;

import io.dovira.events.community.Room;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One community with all that is known of it.
 *
 * @param community as it stands on the day
 * @param population every claim, side by side
 * @param officers every spell of an officer or candidate, the newest first
 * @param months with contacts or reports, the newest first
 */
record CommunityView(
        long position,
        String asOf,
        CommunityRow community,
        String timeZone,
        @Nullable Instant memorandumAt,
        List<CommunityDocument.Population> population,
        List<CommunityDocument.Spell> officers,
        List<StationView> stations,
        List<CommunityDocument.Month> months,
        List<PublicationDocument> publications) {

    /** @param closedAt null while it is open */
    record StationView(
            String id,
            Map<String, String> name,
            List<Room> rooms,
            Instant openedAt,
            @Nullable Instant closedAt) {

        static StationView of(StationDocument document) {
            return new StationView(
                    document.station().id().value(),
                    document.station().name(),
                    document.station().rooms(),
                    document.station().openedAt(),
                    document.station().closedAt());
        }
    }
}
