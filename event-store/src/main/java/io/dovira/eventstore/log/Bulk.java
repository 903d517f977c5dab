package io.dovira.eventstore.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Many appends of one caller: encoded ahead of the writer, settled in order. For one use. */
final class Bulk {

    /** How many appends are encoded ahead of the writer; a bulk of millions needs no more memory than this. */
    private static final int AHEAD = 2 * Appender.MOST_APPENDS;

    private final Consumer<Pending> submit;
    private final Function<Pending, Appended> await;
    private final Deque<Flying> flying = new ArrayDeque<>();
    private final List<AppendOutcome> outcomes = new ArrayList<>();
    private boolean lost;

    /** Handed over, or refused before that. */
    private record Flying(
            @Nullable Pending pending, @Nullable NotAppended refused) {}

    Bulk(Consumer<Pending> submit, Function<Pending, Appended> await) {
        this.submit = submit;
        this.await = await;
    }

    List<AppendOutcome> append(List<List<NewEvent>> appends) {
        Pending previous = null;
        for (List<NewEvent> events : appends) {
            if (lost) {
                flying.add(new Flying(null, afterLoss()));
                continue;
            }
            try {
                Pending pending = Pending.of(events, previous);
                submit.accept(pending);
                flying.add(new Flying(pending, null));
                previous = pending;
            } catch (LogException e) {
                flying.add(new Flying(null, new NotAppended(e)));
            }
            while (flying.size() > AHEAD) {
                settleFirst();
            }
        }
        while (!flying.isEmpty()) {
            settleFirst();
        }
        return outcomes;
    }

    private void settleFirst() {
        Flying first = flying.remove();
        AppendOutcome outcome = first.pending() == null ? first.refused() : settle(first.pending());
        outcomes.add(Objects.requireNonNull(outcome));
    }

    private AppendOutcome settle(Pending pending) {
        try {
            if (lost && !pending.outcome().isDone()) {
                // The first one has waited as long as the caller is ready to wait.
                return new NotAppended(pending.giveUp("an earlier append of the same bulk may be lost"));
            }
            return await.apply(pending);
        } catch (LogUnavailable e) {
            lost = true;
            return new NotAppended(e);
        } catch (LogException e) {
            return new NotAppended(e);
        }
    }

    private static NotAppended afterLoss() {
        return new NotAppended(LogUnavailable.nothingRecorded("an earlier append of the same bulk may be lost", null));
    }
}
