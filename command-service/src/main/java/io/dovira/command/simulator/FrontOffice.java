package io.dovira.command.simulator;

import java.time.Instant;

/** A front office with the appeals to it. They stand on one agenda: the visitors are simulated once, and who hands in an appeal is one of them. */
final class FrontOffice implements Simulation {
    private final OfficeSimulation office;

    FrontOffice(OfficeProfile profile, long seed, Instant start) {
        this(profile, seed, start, new Agenda());
    }

    private FrontOffice(OfficeProfile profile, long seed, Instant start, Agenda agenda) {
        AppealSimulation appeals = new AppealSimulation(profile, seed, start, agenda);
        this.office = new OfficeSimulation(profile, seed, start, agenda, appeals::served);
    }

    /** One that tells first on what terms all may let people wait, because histories are recorded in the order of the offices. */
    static FrontOffice withOrders(OfficeProfile profile, long seed, Instant start) {
        Agenda agenda = new Agenda();
        new WaitOrders(agenda).plan(start, profile.zone());
        return new FrontOffice(profile, seed, start, agenda);
    }

    @Override
    public SimulatedCommit next() {
        return office.next();
    }
}
