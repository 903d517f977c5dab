package io.dovira.command.visits;

import io.dovira.events.DeskId;
import io.dovira.events.ServiceId;
import io.dovira.events.StaffId;
import io.dovira.events.VisitId;
import org.jspecify.annotations.Nullable;

/** This leg ends and the next is queued: for another service, a certain desk, a certain person, or several of them. */
public record TransferLeg(
        VisitId visit,
        @Nullable ServiceId toService,
        @Nullable DeskId toDesk,
        @Nullable StaffId toStaff) implements LegCommand {}
