package io.dovira.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dovira.events.Meta;
import io.dovira.events.OfficeId;
import io.dovira.events.Origin;
import io.dovira.events.Recorded;
import io.dovira.events.TimeQuality;
import io.dovira.events.offices.OfficeClosed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InMemoryDocumentsTest {

    private static final Kind<Count> COUNTS = new Kind<>("counts", Count.class, 10);

    private final InMemoryDocuments documents = new InMemoryDocuments(new Counting());

    @Test
    void remembersWhichFactChangedADocumentLast() {
        documents.apply(closed(3, "a", "moved"));
        documents.apply(closed(7, "b", "moved"));
        documents.apply(closed(9, "a", "moved again"));

        assertThat(documents.get(COUNTS, "a")).isEqualTo(new Count(2));
        assertThat(documents.positionOf(COUNTS, "a")).isEqualTo(9);
        assertThat(documents.positionOf(COUNTS, "b")).isEqualTo(7);
        assertThat(documents.positionOf(COUNTS, "c")).isZero();
    }

    @Test
    void undoesWhatAFailingFactHadChanged() {
        documents.apply(closed(3, "a", "moved"));

        assertThatThrownBy(() -> documents.apply(closed(4, "a", "poison"))).hasMessage("poison");

        assertThat(documents.get(COUNTS, "a")).isEqualTo(new Count(1));
        assertThat(documents.positionOf(COUNTS, "a")).isEqualTo(3);
    }

    private static Recorded<OfficeClosed> closed(long position, String office, String reason) {
        Instant at = Instant.ofEpochSecond(position);
        return new Recorded<>(
                position,
                "event-" + position,
                "office-" + office,
                position,
                at,
                at,
                new Meta("anna", "clerk", "c", null, office, TimeQuality.EXACT, Origin.LIVE),
                new OfficeClosed(new OfficeId(office), reason));
    }

    record Count(int closings) {}

    private static final class Counting implements Fold {
        @Override
        public String name() {
            return "counting";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public void apply(Recorded<?> fact, Documents into) {
            if (fact.fact() instanceof OfficeClosed closed) {
                into.change(COUNTS, closed.office().value(), Counting::oneMore);
                if (closed.reason().equals("poison")) {
                    throw new IllegalStateException("poison");
                }
            }
        }

        private static Count oneMore(@Nullable Count before) {
            return new Count(before == null ? 1 : before.closings() + 1);
        }
    }
}
