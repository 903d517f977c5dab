package io.dovira.events.offices;

import io.dovira.events.Names;
import io.dovira.events.OfficeId;
import io.dovira.events.ServiceId;
import io.dovira.events.StoredAs;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The office offers a service, or changes its name or target. {@code waitTargetSeconds}: longest wait that is still within target, absent if none is set. */
@StoredAs("office.service-offered")
public record ServiceOffered(
        OfficeId office,
        ServiceId service,
        Map<String, String> name,
        @Nullable Integer waitTargetSeconds) implements OfficeFact {
    public ServiceOffered {
        name = Names.checked("service name", name);
        if (waitTargetSeconds != null && waitTargetSeconds <= 0) {
            throw new IllegalArgumentException("wait target must be positive, not " + waitTargetSeconds + " s");
        }
    }
}
