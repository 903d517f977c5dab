package io.dovira.embedded.command;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.dovira.embedded.query.DuplicateKey;
import io.dovira.embedded.query.FindCursor;
import io.dovira.embedded.query.Found;
import java.util.List;

/** The parts that answers have in common. */
final class Replies {

    private Replies() {}

    /** An error as it stands in an answer or among its writeErrors; without a code of its own it is 8, UnknownError. */
    static Document error(MongoServerException error) {
        Document document = new Document("code", 8).append("codeName", "UnknownError");
        if (error instanceof MongoServerError coded) {
            document.append("code", coded.getCode()).append("codeName", coded.getCodeName());
        }
        document.append("errmsg", error.getMessageWithoutErrorCode());
        Throwable cause = error;
        while (cause != null && !(cause instanceof DuplicateKey)) {
            cause = cause.getCause();
        }
        if (cause instanceof DuplicateKey duplicate) {
            document.append("keyPattern", duplicate.keyPattern()).append("keyValue", duplicate.keyValue());
        }
        return document;
    }

    static Document writeError(int index, MongoServerException error) {
        Document document = new Document("index", index);
        document.putAll(error(error));
        return document;
    }

    /** The first batch; the cursor is kept for getMore unless it is at its end or only one batch is wanted. */
    static Document firstBatch(String namespace, FindCursor cursor, int batchSize, boolean single, Cursors cursors) {
        List<Found> batch = cursor.take(batchSize);
        long id = 0;
        if (!single && !cursor.isEmpty()) {
            id = cursor.getId();
            cursors.keep(cursor);
        }
        return cursor(namespace, "firstBatch", batch, id);
    }

    /** @param batch documents, or {@link Found} ones, which are sent as they are stored */
    static Document cursor(String namespace, String batchName, List<?> batch, long id) {
        return new Document(
                "cursor", new Document("id", id).append("ns", namespace).append(batchName, batch));
    }
}
