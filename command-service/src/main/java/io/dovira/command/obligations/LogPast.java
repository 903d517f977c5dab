package io.dovira.command.obligations;

import io.dovira.command.platform.FactCodec;
import io.dovira.events.Recorded;
import io.dovira.events.catalogue.Facts;
import io.dovira.events.obligations.Ledger;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogCursor;
import io.dovira.eventstore.log.LogFilter;
import io.dovira.eventstore.log.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The past as the log tells it. */
final class LogPast implements Past {
    private static final LogFilter RULES = new LogFilter(Facts.all().stream()
            .filter(Ledger::isOfRules)
            .map(Facts::nameOf)
            .collect(Collectors.toCollection(TreeSet::new)));

    private final EventLog log;
    private final LeftOut leftOut;

    LogPast(EventLog log, LeftOut leftOut) {
        this.log = log;
        this.leftOut = leftOut;
    }

    @Override
    public List<Recorded<?>> rules(long upTo) {
        List<Recorded<?>> rules = new ArrayList<>();
        try (LogCursor found = log.read(0, RULES)) {
            while (found.hasNext()) {
                StoredEvent event = found.next();
                if (event.position() > upTo) {
                    break;
                }
                take(event, rules::add);
            }
        }
        return rules;
    }

    @Override
    public List<Recorded<?>> story(String stream, long upTo) {
        List<Recorded<?>> story = new ArrayList<>();
        for (StoredEvent event : log.readStream(stream, 0)) {
            if (event.position() <= upTo) {
                take(event, story::add);
            }
        }
        return story;
    }

    /** A fact of a newer release is left out. */
    void take(StoredEvent event, Consumer<Recorded<?>> taker) {
        Recorded<?> recorded;
        try {
            recorded = FactCodec.decode(event);
        } catch (IllegalArgumentException | IllegalStateException e) {
            leftOut.tell(event.position(), e);
            return;
        }
        taker.accept(recorded);
    }
}
