package io.dovira.query.streams;

import org.jspecify.annotations.Nullable;

/** Reads the position that a reader goes on after. */
final class After {
    /** Instead of a position: only what is recorded from now on. */
    static final String HEAD = "head";

    private After() {}

    /**
     * The position; 0, the beginning of the log, if nothing is said.
     *
     * @throws Refused if the text is no position: guessing would skip or repeat events in silence
     */
    static long parse(String parameter, @Nullable String text, long head) {
        if (text == null || text.isEmpty()) {
            return 0;
        }
        if (text.equals(HEAD)) {
            return head;
        }
        if (!text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw Refused.malformed(
                    parameter, "a position is a whole number from 0, or the word head, not '" + text + "'");
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Refused.malformed(parameter, "no position is as large as " + text);
        }
    }
}
