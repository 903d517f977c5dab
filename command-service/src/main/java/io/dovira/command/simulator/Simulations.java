package io.dovira.command.simulator;

import io.dovira.events.CameraId;
import io.dovira.events.footage.CameraArea;
import io.dovira.events.offices.Office;
import io.dovira.events.offices.OfficeRegistered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/** All that is simulated: what, from which day on, and in which order its history is recorded. */
final class Simulations {
    private static final int CAMERA_DAYS = 2;
    private static final int WATCHED_OFFICES = 4;
    private static final int WATCHED_UNITS = 4;

    private Simulations() {}

    /**
     * Those that are recorded together, in the order of recording: the front offices first, because boards wait for them.
     *
     * @param daysAgo when the day began that is so many days ago
     * @param begun when a stream began, if the simulation ran on this log before: it goes on from there
     */
    static List<List<Simulation>> of(
            SimulatorProperties properties, IntFunction<Instant> daysAgo, Function<String, Optional<Instant>> begun) {
        long seed = properties.seed();
        List<Simulation> offices = new ArrayList<>();
        List<OfficeProfile> profiles = SimulatedRegion.offices(seed, properties.offices());
        Instant start = begun.apply(profiles.getFirst().id().stream()).orElse(daysAgo.apply(properties.days()));
        offices.add(FrontOffice.withOrders(profiles.getFirst(), seed, start));
        profiles.stream().skip(1).forEach(profile -> offices.add(new FrontOffice(profile, seed, start)));

        List<Simulation> others = new ArrayList<>();
        List<CustodyProfile> units = SimulatedNation.units(seed, properties.custodyUnits());
        if (!units.isEmpty()) {
            Instant records =
                    begun.apply(units.getFirst().id().stream()).orElse(daysAgo.apply(properties.custodyDays()));
            units.forEach(unit -> others.add(new CustodySimulation(unit, seed, records)));
        }
        if (properties.communities()) {
            Instant told = begun.apply(NationSimulation.OFFICE.stream()).orElse(daysAgo.apply(properties.days()));
            others.add(new NationSimulation(seed, told));
        }
        Eyes eyes = new Eyes(seed, begun);
        Instant hall = daysAgo.apply(Math.min(CAMERA_DAYS, properties.days()));
        profiles.stream()
                .limit(WATCHED_OFFICES)
                .forEach(office -> others.add(eyes.camera(office.registration(), CameraArea.FRONT_OFFICE, hall)));
        Instant corridor = daysAgo.apply(Math.min(CAMERA_DAYS, properties.custodyDays()));
        units.stream()
                .limit(WATCHED_UNITS)
                .forEach(unit -> others.add(eyes.camera(unit.registration(), CameraArea.CUSTODY, corridor)));
        return List.of(List.copyOf(offices), List.copyOf(others));
    }

    /** Hangs up cameras. */
    private record Eyes(long seed, Function<String, Optional<Instant>> begun) {
        FootageSimulation camera(OfficeRegistered registration, CameraArea area, Instant start) {
            CameraId id = new CameraId(registration.office() + ".cam1");
            Instant hung = begun.apply(id.stream()).orElse(start);
            return new FootageSimulation(id, Office.evolve(null, registration, hung), area, seed, hung);
        }
    }
}
