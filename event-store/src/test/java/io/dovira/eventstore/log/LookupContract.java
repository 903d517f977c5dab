package io.dovira.eventstore.log;

import static io.dovira.eventstore.log.Samples.event;
import static io.dovira.eventstore.log.Samples.one;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the log knows of many ids or streams at once, on any server. */
abstract class LookupContract extends LogSuite {

    @Test
    void findsTheEventsOfSomeIdsAndPassesOverTheRest() {
        NewEvent a = event("a", 0);
        NewEvent b = event("a", 1);
        NewEvent c = event("b", 0);
        log.append(List.of(a, b));
        log.append(List.of(c));
        assertThat(log.find(List.of(b.id(), "nobody", c.id())))
                .extracting(StoredEvent::id)
                .containsExactlyInAnyOrder(b.id(), c.id());
        assertThat(log.find(List.of())).isEmpty();
    }

    @Test
    void findsMoreThanItAsksForAtOnce() {
        List<List<NewEvent>> appends = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            appends.add(one("s" + i, 0));
        }
        log.appendAll(appends);
        List<String> ids =
                appends.stream().map(append -> append.getFirst().id()).toList();
        assertThat(log.find(ids)).extracting(StoredEvent::id).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void findsEachEventOnceHoweverOftenItIsAskedFor() {
        NewEvent event = event("a", 0);
        log.append(List.of(event));
        assertThat(log.find(List.of(event.id(), event.id()))).hasSize(1);
    }

    @Test
    void knowsWhichStreamsExist() {
        log.append(List.of(event("a", 0), event("a", 1), event("ab", 0)));
        assertThat(log.existing(List.of("a", "b", "ab", "abc"))).containsExactlyInAnyOrder("a", "ab");
        assertThat(log.existing(List.of())).isEmpty();
    }
}
