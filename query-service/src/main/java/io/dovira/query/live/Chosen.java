package io.dovira.query.live;

import io.dovira.access.OfficeScope;
import io.dovira.events.OfficeId;
import io.dovira.events.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Which offices a reader wants and may see. Readers who choose the same get the same frame.
 *
 * @param origin null for every origin
 */
record Chosen(@Nullable Origin origin, OfficeScope scope) {
    boolean has(OfficeId id, OfficeNow office) {
        return office.isFrontOffice() && (origin == null || office.board().origin() == origin) && scope.allows(id);
    }
}
