package io.dovira.command.footage;

import io.dovira.command.footage.FootagePremises.Shown;
import io.dovira.events.CameraId;
import io.dovira.events.OfficeId;
import io.dovira.events.OrganisationId;
import io.dovira.events.RegionId;
import io.dovira.events.footage.Camera;
import io.dovira.events.offices.Office;
import io.dovira.events.offices.OfficeClosed;
import io.dovira.events.offices.OfficeRegistered;
import io.dovira.events.policies.BuiltInPolicies;
import io.dovira.events.policies.PolicyBook;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Two open offices and a closed one, the cameras and subjects of links that a test puts there, and the built-in rules. */
final class FakeSurroundings implements FootageSurroundings {
    static final OfficeId LVIV = new OfficeId("lviv-03");
    static final OfficeId KYIV = new OfficeId("kyiv-01");
    static final OfficeId CLOSED = new OfficeId("odesa-02");

    private static final Map<String, String> NAME = Map.of("en", "A name");
    private static final PolicyBook BOOK = BuiltInPolicies.book();

    final Map<CameraId, Camera> cameras = new HashMap<>();
    final Map<String, Shown> shown = new HashMap<>();

    @Override
    public Optional<Office> office(OfficeId id) {
        Instant at = Instant.parse("2026-01-01T00:00:00Z");
        Office office = Office.evolve(
                null,
                new OfficeRegistered(
                        id, NAME, new OrganisationId("police"), NAME, new RegionId("lviv"), NAME, "Europe/Kyiv"),
                at);
        if (id.equals(CLOSED)) {
            return Optional.of(Office.evolve(office, new OfficeClosed(id, "moved"), at));
        }
        return id.equals(LVIV) || id.equals(KYIV) ? Optional.of(office) : Optional.empty();
    }

    @Override
    public Optional<Camera> camera(CameraId camera) {
        return Optional.ofNullable(cameras.get(camera));
    }

    @Override
    public Optional<Shown> shown(LinkFootage link) {
        return Optional.ofNullable(shown.get(link.target() + " " + link.subject()));
    }

    @Override
    public PolicyBook policies() {
        return BOOK;
    }
}
