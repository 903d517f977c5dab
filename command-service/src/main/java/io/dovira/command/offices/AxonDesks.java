package io.dovira.command.offices;

import io.dovira.events.DeskId;
import io.dovira.events.OfficeId;
import io.dovira.events.offices.Desk;
import io.dovira.events.offices.DeskFact;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The desks of the running service. */
@Component
final class AxonDesks implements Desks {
    private final Repository<DeskAggregate> desks;

    AxonDesks(@Qualifier("deskAggregateRepository") Repository<DeskAggregate> desks) {
        this.desks = desks;
    }

    @Override
    public @Nullable Desk load(OfficeId office, DeskId desk) {
        return aggregate(office, desk).invoke(DeskAggregate::state);
    }

    @Override
    public void record(DeskFact fact, MetaData meta) {
        aggregate(fact.office(), fact.desk()).execute(desk -> desk.record(fact, meta));
    }

    private Aggregate<DeskAggregate> aggregate(OfficeId office, DeskId desk) {
        try {
            return desks.loadOrCreate(DeskFact.stream(office, desk), DeskAggregate::new);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("making an empty desk cannot fail", e);
        }
    }
}
