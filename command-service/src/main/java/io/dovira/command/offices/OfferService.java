package io.dovira.command.offices;

import io.dovira.events.OfficeId;
import io.dovira.events.ServiceId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The office offers a service, or changes its name or target. {@code waitTargetSeconds}: longest wait within target, null for none. */
public record OfferService(
        OfficeId office,
        ServiceId service,
        Map<String, String> name,
        @Nullable Integer waitTargetSeconds) implements OfficeCommand {}
