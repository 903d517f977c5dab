package io.dovira.command.imports.rows;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** How a moment of a faulty clock is put right. {@code oddity}: said of everything it touches. */
record Shift(int years, int days, @Nullable String oddity) {

    static final Shift NONE = new Shift(0, 0, null);

    boolean isNone() {
        return years == 0 && days == 0 && oddity == null;
    }

    LocalDateTime apply(LocalDateTime written) {
        return written.plusYears(years).plusDays(days);
    }
}
