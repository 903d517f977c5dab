package io.dovira.events.offices;

import io.dovira.events.DeskId;
import io.dovira.events.Names;
import io.dovira.events.OfficeId;
import io.dovira.events.StoredAs;
import java.util.Map;

/** The office has a desk, or the desk has another name. */
@StoredAs("office.desk-installed")
public record DeskInstalled(OfficeId office, DeskId desk, Map<String, String> name) implements OfficeFact {
    public DeskInstalled {
        name = Names.checked("desk name", name);
    }
}
