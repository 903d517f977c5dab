package io.dovira.command.offices;

import io.dovira.events.offices.Office;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An office as a client sees it. Names are by language tag. */
@Schema(name = "Office")
record ShownOffice(
        @Schema(example = "lviv-03") String id,
        Map<String, String> name,
        String organisation,
        Map<String, String> organisationName,
        String region,
        Map<String, String> regionName,
        @Schema(example = "Europe/Kyiv") String timeZone,

        @Schema(description = "All it ever offered; ticket letters follow this order")
        List<Service> services,

        @Schema(description = "All it ever had") List<Desk> desks,
        @Schema(description = "Serves nobody any more") boolean closed) {

    @Schema(name = "OfferedService")
    record Service(
            String id,
            Map<String, String> name,
            @Nullable Integer waitTargetSeconds,
            @Schema(description = "False once withdrawn") boolean offered) {}

    @Schema(name = "InstalledDesk")
    record Desk(
            String id,
            Map<String, String> name,
            @Schema(description = "False once removed") boolean installed) {}

    static ShownOffice of(Office office) {
        return new ShownOffice(
                office.id().value(),
                office.name(),
                office.organisation().value(),
                office.organisationName(),
                office.region().value(),
                office.regionName(),
                office.zone().getId(),
                office.services().stream()
                        .map(s -> new Service(s.id().value(), s.name(), s.waitTargetSeconds(), s.offered()))
                        .toList(),
                office.desks().stream()
                        .map(d -> new Desk(d.id().value(), d.name(), d.installed()))
                        .toList(),
                office.closed());
    }
}
