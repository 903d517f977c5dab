package io.dovira.eventstore.axon;

import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;

/** Axon's revisions are texts that may be missing, the log's are numbers: missing is 0. */
public final class Revision {

    private Revision() {}

    public static int number(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return 0;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new SerializationException("a revision must be a whole number: " + text, e);
        }
    }

    public static @Nullable String text(int number) {
        return number == 0 ? null : Integer.toString(number);
    }
}
