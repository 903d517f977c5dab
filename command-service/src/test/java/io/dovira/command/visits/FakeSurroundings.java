package io.dovira.command.visits;

import io.dovira.events.DeskId;
import io.dovira.events.Fact;
import io.dovira.events.OfficeId;
import io.dovira.events.VisitId;
import io.dovira.events.offices.Desk;
import io.dovira.events.offices.Office;
import io.dovira.events.policies.BuiltInPolicies;
import io.dovira.events.policies.PolicyBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** One office, some desks, and a list of what was recorded in other streams than the visit's. */
final class FakeSurroundings implements VisitSurroundings {
    final Map<DeskId, Desk> desks = new HashMap<>();
    final List<Fact> recorded = new ArrayList<>();
    final List<MetaData> metadata = new ArrayList<>();
    int nextNumber = 7;

    @Override
    public Optional<Office> office(OfficeId office) {
        return office.equals(Sample.OFFICE_ID) ? Optional.of(Sample.OFFICE) : Optional.empty();
    }

    @Override
    public PolicyBook policies() {
        return BuiltInPolicies.book();
    }

    @Override
    public @Nullable Desk desk(OfficeId office, DeskId desk) {
        return desks.get(desk);
    }

    @Override
    public int nextNumber(OfficeId office, LocalDate day) {
        return nextNumber;
    }

    @Override
    public int mostRecalls() {
        return Sample.MOST_RECALLS;
    }

    @Override
    public void record(VisitId visit, Fact fact, MetaData meta) {
        recorded.add(fact);
        metadata.add(meta);
    }
}
