package io.dovira.embedded.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.exception.MongoServerError;
import io.dovira.embedded.query.FindCursor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CursorsTest {

    private final AtomicLong nanos = new AtomicLong();
    private final Cursors cursors = new Cursors(nanos::get);

    @Test
    void forgetsACursorThatNobodyReadsFrom() {
        FindCursor left = kept();
        FindCursor used = kept();
        pass(Duration.ofMinutes(9));
        assertThat(cursors.get(used.getId())).isSameAs(used);
        pass(Duration.ofMinutes(2));
        kept();
        assertThat(cursors.get(used.getId())).isSameAs(used);
        assertThatThrownBy(() -> cursors.get(left.getId()))
                .isInstanceOfSatisfying(
                        MongoServerError.class, e -> assertThat(e.getCode()).isEqualTo(43));
    }

    @Test
    void tellsWhetherThereWasACursorToKill() {
        FindCursor cursor = kept();
        assertThat(cursors.remove(cursor.getId())).isTrue();
        assertThat(cursors.remove(cursor.getId())).isFalse();
    }

    private FindCursor kept() {
        FindCursor cursor = FindCursor.over(cursors.newId(), List.of());
        cursors.keep(cursor);
        return cursor;
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
