package io.dovira.command.simulator;

import java.time.Instant;

/** A front office with the appeals to it. They stand on one agenda: the visitors are simulated once, and who hands in an appeal is one of them. */
final class FrontOffice implements Simulation {
    private final OfficeSimulation office;
    private final AppealSimulation appeals;

    FrontOffice(OfficeProfile profile, long seed, Instant start) {
        Agenda agenda = new Agenda();
        this.office = new OfficeSimulation(profile, seed, start, agenda);
        this.appeals = new AppealSimulation(profile, seed, start, agenda);
    }

    @Override
    public SimulatedCommit next() {
        SimulatedCommit commit = office.next();
        appeals.watch(commit);
        return commit;
    }
}
