package io.dovira.command.visits;

import io.dovira.events.OfficeId;
import io.dovira.events.ServiceId;
import io.dovira.events.VisitId;
import io.dovira.events.visits.Channel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody is here, or on the phone, and takes a ticket for a service. {@code appointmentAt}: the booked time, null for a walk-in. */
public record ArriveVisitor(
        VisitId visit,
        OfficeId office,
        ServiceId service,
        Channel channel,
        @Nullable Instant appointmentAt) implements VisitCommand {}
