package io.dovira.query.live;

import io.dovira.query.platform.Broadcast;
import io.dovira.query.platform.Broadcast.Beat;
import io.dovira.query.platform.Projections;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the board's stream sends: the offices that have changed, and the totals of all; of one office nothing as long as only others change. */
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
    public @Nullable LiveView delta(Chosen chosen, Collection<String> changed) {
        String office = chosen.office();
        return office == null || changed.contains(office)
                ? boards.view(chosen, Set.copyOf(changed), projections.head())
                : null;
    }

    @Override
    public Beat beat() {
        return boards.beat(projections.head());
    }
}
