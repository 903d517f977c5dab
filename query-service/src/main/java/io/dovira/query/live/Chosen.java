package io.dovira.query.live;

import io.dovira.access.OfficeScope;
import io.dovira.events.OfficeId;
import io.dovira.events.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Which offices a reader wants and may see. Readers who choose the same get the same frame.
 *
 * @param origin null for every origin
 * @param office id of the only one, which need not be there yet; null for every office
 */
record Chosen(@Nullable Origin origin, @Nullable String office, OfficeScope scope) {
    boolean has(OfficeId id, OfficeNow its) {
        return its.isFrontOffice()
                && (origin == null || its.board().origin() == origin)
                && (office == null || office.equals(id.value()))
                && scope.allows(id);
    }
}
