package io.dovira.events.offices;

import io.dovira.events.Names;
import io.dovira.events.OfficeId;
import io.dovira.events.StoredAs;
import java.util.Map;

/** The office bears another name. */
@StoredAs("office.office-renamed")
public record OfficeRenamed(OfficeId office, Map<String, String> name) implements OfficeFact {
    public OfficeRenamed {
        name = Names.checked("office name", name);
    }
}
