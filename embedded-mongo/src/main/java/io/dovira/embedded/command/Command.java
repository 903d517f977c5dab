package io.dovira.embedded.command;

import de.bwaldvogel.mongo.bson.Document;
import io.dovira.embedded.query.Database;
import java.util.Set;
import java.util.function.Function;

/**
 * One command of the protocol.
 *
 * @param access what a request may see and change
 * @param fields the fields it understands, besides those every command has
 */
record Command(Function<Document, Access> access, Set<String> fields, Action action) {

    Command(Access access, Set<String> fields, Action action) {
        this(request -> access, fields, action);
    }

    enum Access {
        /** Touches no collection. */
        NONE,
        /** Reads the last durable version. */
        READ,
        /** Changes documents; answered once durable. */
        WRITE,
        /** Makes, renames or drops collections or indexes; runs alone. */
        CHANGE
    }

    /** Answers a request whose first field names the command. The answer is completed with {@code ok: 1}. */
    @FunctionalInterface
    interface Action {
        Document answer(Database database, Document request);
    }
}
