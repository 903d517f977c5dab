package io.dovira.events.visits;

import io.dovira.events.DeskId;
import io.dovira.events.ServiceId;
import io.dovira.events.StaffId;
import io.dovira.events.StoredAs;
import io.dovira.events.VisitId;
import org.jspecify.annotations.Nullable;

/** The leg ends here and leg k+1 is queued for another service, and for a certain desk or person if named. */
@StoredAs("visit.leg-transferred")
public record LegTransferred(
        VisitId visit,
        int leg,
        ServiceId toService,
        @Nullable DeskId toDesk,
        @Nullable StaffId toStaff) implements VisitFact {}
