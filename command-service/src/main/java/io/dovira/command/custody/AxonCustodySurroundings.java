package io.dovira.command.custody;

import io.dovira.command.offices.Offices;
import io.dovira.command.platform.States;
import io.dovira.command.policies.Policies;
import io.dovira.events.OfficeId;
import io.dovira.events.custody.UnitFact;
import io.dovira.events.offices.Office;
import io.dovira.events.policies.PolicyBook;
import java.util.Optional;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Repository;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Offices, rules and units of the running service. */
@Component
final class AxonCustodySurroundings implements CustodySurroundings {
    private final States states;
    private final Policies policies;
    private final Repository<UnitAggregate> units;

    AxonCustodySurroundings(
            States states, Policies policies, @Qualifier("unitAggregateRepository") Repository<UnitAggregate> units) {
        this.states = states;
        this.policies = policies;
        this.units = units;
    }

    @Override
    public Optional<Office> office(OfficeId office) {
        return states.find(Offices.SUBJECT, office.stream()).map(seen -> seen.state());
    }

    @Override
    public PolicyBook policies() {
        return policies.current();
    }

    @Override
    public void record(UnitFact fact, MetaData meta) {
        try {
            units.loadOrCreate(UnitFact.stream(fact.office()), UnitAggregate::new)
                    .execute(unit -> unit.record(fact, meta));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("making an empty unit cannot fail", e);
        }
    }
}
