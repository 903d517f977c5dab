package io.dovira.embedded.command;

import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.exception.MongoServerNotYetImplementedException;
import io.dovira.embedded.query.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives errors that the library throws without a code the one MongoDB would give. */
final class Refused {

    private static final Logger log = LoggerFactory.getLogger(Refused.class);

    private Refused() {}

    static MongoServerException of(RuntimeException error) {
        return switch (error) {
            case MongoServerError coded -> coded;
            case MongoServerNotYetImplementedException missing ->
                Refusal.of(238, "NotImplemented", missing.getMessageWithoutErrorCode());
            case MongoServerException other -> Refusal.badValue(other.getMessageWithoutErrorCode());
            case UnsupportedOperationException missing -> Refusal.of(238, "NotImplemented", "" + missing.getMessage());
            case ClassCastException wrong ->
                Refusal.of(14, "TypeMismatch", "a value has the wrong type: " + wrong.getMessage());
            case IllegalArgumentException wrong -> Refusal.badValue("" + wrong.getMessage());
            default -> {
                // The trace shows no document, the message might.
                log.error(
                        "a command failed inside the server",
                        new IllegalStateException(error.getClass().getName(), error));
                yield Refusal.of(
                        1,
                        "InternalError",
                        "the server failed: " + error.getClass().getSimpleName());
            }
        };
    }
}
