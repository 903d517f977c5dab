package io.dovira.command.simulator;

import java.time.Instant;

/** A front office with the appeals to it. They stand on one agenda: the visitors are simulated once, and who hands in an appeal is one of them. */
final class FrontOffice implements Simulation {
    private final OfficeSimulation office;

    FrontOffice(OfficeProfile profile, long seed, Instant start) {
        Agenda agenda = new Agenda();
        AppealSimulation appeals = new AppealSimulation(profile, seed, start, agenda);
        this.office = new OfficeSimulation(profile, seed, start, agenda, appeals::served);
    }

    @Override
    public SimulatedCommit next() {
        return office.next();
    }
}
