package io.dovira.query.custody;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.CellId;
import io.dovira.events.CustodyId;
import io.dovira.events.OfficeId;
import io.dovira.events.PersonId;
import io.dovira.events.custody.ArrivalFact.CustodyRecordOpened;
import io.dovira.events.custody.ArrivalFact.PersonApprehended;
import io.dovira.events.custody.ArrivalFact.PersonDelivered;
import io.dovira.events.custody.DetentionGround;
import io.dovira.events.custody.LocationFact.CellAssigned;
import io.dovira.events.custody.Phase;
import io.dovira.eventstore.log.StoredEvent;
import io.dovira.query.custody.Answers.Entry;
import io.dovira.query.story.StoredStory;
import io.dovira.query.story.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A record of four entries, some of which this release may not know. */
class ToldTest {
    private static final CustodyId ID = new CustodyId("c-1");
    private static final Thresholds NONE = Thresholds.of(policy -> null);

    private static List<StoredEvent> stream() {
        Story story = new Story()
                .happens(
                        "2026-03-02T06:00:00Z",
                        new PersonApprehended(
                                ID,
                                new PersonId("p-1"),
                                new OfficeId("lviv"),
                                DetentionGround.WITHOUT_RULING,
                                false,
                                false))
                .happens("2026-03-02T06:40:00Z", new PersonDelivered(ID))
                .happens("2026-03-02T06:45:00Z", new CustodyRecordOpened(ID))
                .happens("2026-03-02T06:50:00Z", new CellAssigned(ID, new CellId("2")));
        return StoredStory.of(story.facts());
    }

    /** As a newer writer would have stored it. */
    private static List<StoredEvent> with(int index, String type, int revision) {
        List<StoredEvent> stream = new ArrayList<>(stream());
        StoredEvent event = stream.get(index);
        stream.set(
                index,
                new StoredEvent(
                        event.position(),
                        event.recordedAt(),
                        event.id(),
                        type,
                        revision,
                        event.stream(),
                        event.sequence(),
                        event.occurredAt(),
                        event.tags(),
                        event.payload(),
                        event.meta()));
        return stream;
    }

    @Test
    void isWholeWhenAllCanBeRead() {
        Told told = Told.of(stream(), NONE);

        assertThat(told.problem()).isNull();
        assertThat(Objects.requireNonNull(told.held()).custody().phase()).isEqualTo(Phase.OPEN);
        assertThat(told.entries()).hasSize(4);
    }

    @Test
    void showsEveryEntryAndTheStateBeforeWhatANewerWriterRecorded() {
        Told told = Told.of(with(2, "custody.record-opened", 9), NONE);

        assertThat(told.problem()).contains("custody.record-opened");
        assertThat(told.entries())
                .extracting(Entry::type)
                .containsExactly(
                        "custody.person-apprehended",
                        "custody.person-delivered",
                        "custody.record-opened",
                        "custody.cell-assigned");
        assertThat(told.entries().get(3).data()).containsEntry("cell", "2");
        assertThat(Objects.requireNonNull(told.held()).custody().phase())
                .as("nothing is claimed behind it")
                .isEqualTo(Phase.DELIVERED);
    }

    @Test
    void showsWhatNobodyKnows() {
        Told told = Told.of(with(0, "custody.person-teleported", 1), NONE);

        assertThat(told.held()).isNull();
        assertThat(told.problem()).contains("custody.person-teleported");
        assertThat(told.entries()).hasSize(4).allMatch(Entry::entered);
    }
}
