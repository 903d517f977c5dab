package io.dovira.events.cases;

import io.dovira.events.CaseId;
import io.dovira.events.Names;
import io.dovira.events.OfficeId;
import io.dovira.events.ServiceId;
import io.dovira.events.StoredAs;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A case begins. {@code dueAt}: when it has to be closed, absent if the source knows no limit. */
@StoredAs("case.case-opened")
public record CaseOpened(
        CaseId caseId,
        OfficeId office,
        ServiceId service,
        Map<String, String> serviceName,
        String channel,
        @Nullable Instant dueAt)
        implements CaseFact {
    public CaseOpened {
        serviceName = Names.checked("service name", serviceName);
    }
}
