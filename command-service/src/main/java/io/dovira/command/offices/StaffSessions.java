package io.dovira.command.offices;

import io.dovira.events.StaffId;
import io.dovira.events.offices.StaffFact;
import io.dovira.events.offices.StaffSession;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Sessions of staff for the unit of work of a command at a desk. */
@Component
final class StaffSessions {
    private final Repository<StaffAggregate> staff;

    StaffSessions(@Qualifier("staffAggregateRepository") Repository<StaffAggregate> staff) {
        this.staff = staff;
    }

    /** Where the person sits, held until the unit of work ends; null if that person never logged in. */
    @Nullable
    StaffSession load(StaffId person) {
        return aggregate(person).invoke(StaffAggregate::state);
    }

    /** Records a fact of the session, in the append of the unit of work. */
    void record(StaffFact fact, MetaData meta) {
        aggregate(fact.staff()).execute(person -> person.record(fact, meta));
    }

    private Aggregate<StaffAggregate> aggregate(StaffId person) {
        try {
            return staff.loadOrCreate(person.stream(), StaffAggregate::new);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("making an empty session cannot fail", e);
        }
    }
}
