package io.dovira.query.live;

import io.dovira.query.platform.Broadcast;
import io.dovira.query.platform.Broadcast.Beat;
import io.dovira.query.platform.Projections;
import java.util.Collection;
import java.util.Set;

/** What the board's stream sends: the offices that have changed, and the totals of all. */
final class LiveProgramme implements Broadcast.Programme<Chosen, String> {

    private final Boards boards;
    private final Projections projections;
    private long sent;

    LiveProgramme(Boards boards, Projections projections) {
        this.boards = boards;
        this.projections = projections;
    }

    @Override
    public String projection() {
        return LiveFold.NAME;
    }

    @Override
    public Collection<String> changes() {
        boards.refresh();
        Boards.Changes changes = boards.changesAfter(sent);
        sent = changes.last();
        return changes.offices();
    }

    @Override
    public LiveView snapshot(Chosen chosen) {
        return boards.view(chosen, null, projections.head());
    }

    @Override
    public LiveView delta(Chosen chosen, Collection<String> changed) {
        return boards.view(chosen, Set.copyOf(changed), projections.head());
    }

    @Override
    public Beat beat() {
        return boards.beat(projections.head());
    }
}
