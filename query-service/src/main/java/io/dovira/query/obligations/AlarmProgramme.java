package io.dovira.query.obligations;

import io.dovira.access.OfficeScope;
import io.dovira.events.obligations.Obligation;
import io.dovira.query.platform.Broadcast;
import io.dovira.query.platform.Broadcast.Beat;
import io.dovira.query.platform.Fold;
import io.dovira.query.platform.Projections;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the stream of alarms sends: what has become due soon, overdue, met or lapsed, whether a fact came or time passed. */
final class AlarmProgramme implements Broadcast.Programme<OfficeScope, Obligation> {
    private static final int MOST_IN_SNAPSHOT = 200;

    private final Alarms alarms;
    private final ObligationIndex index;
    private final Projections projections;
    private final Fold fold;

    AlarmProgramme(Alarms alarms, ObligationIndex index, Projections projections, Fold fold) {
        this.alarms = alarms;
        this.index = index;
        this.projections = projections;
        this.fold = fold;
    }

    @Override
    public String projection() {
        return ObligationsFold.NAME;
    }

    @Override
    public Collection<Obligation> changes() {
        return alarms.look();
    }

    @Override
    public AlarmView snapshot(OfficeScope scope) {
        List<Obligation> urgent = alarms.urgent(scope);
        return view(scope, urgent.subList(0, Math.min(MOST_IN_SNAPSHOT, urgent.size())));
    }

    @Override
    public @Nullable AlarmView delta(OfficeScope scope, Collection<Obligation> changed) {
        List<Obligation> mine = Alarms.within(scope, changed);
        return mine.isEmpty() ? null : view(scope, mine);
    }

    @Override
    public Beat beat() {
        return new Beat(alarms.position(), projections.head(), alarms.time(), projections.completeUntil(fold));
    }

    private AlarmView view(OfficeScope scope, List<Obligation> obligations) {
        Instant at = alarms.time();
        return new AlarmView(
                alarms.position(),
                Math.max(projections.head(), alarms.position()),
                at,
                projections.completeUntil(fold),
                alarms.counts(scope),
                index.described(obligations, at));
    }
}
