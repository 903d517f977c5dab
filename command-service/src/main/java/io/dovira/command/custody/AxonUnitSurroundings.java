package io.dovira.command.custody;

import io.dovira.events.CustodyId;
import io.dovira.events.custody.Custody;
import io.dovira.events.custody.CustodyFact;
import java.util.Objects;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Repository;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The records of the running service. */
@Component
final class AxonUnitSurroundings implements UnitSurroundings {
    private final Repository<CustodyAggregate> custodies;

    AxonUnitSurroundings(@Qualifier("custodyAggregateRepository") Repository<CustodyAggregate> custodies) {
        this.custodies = custodies;
    }

    @Override
    public Custody custody(CustodyId custody) {
        return Objects.requireNonNull(custodies.load(custody.stream()).invoke(CustodyAggregate::state));
    }

    @Override
    public void record(CustodyFact fact, MetaData meta) {
        custodies.load(fact.custody().stream()).execute(custody -> custody.record(fact, meta));
    }
}
