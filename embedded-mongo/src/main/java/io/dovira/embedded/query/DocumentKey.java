package io.dovira.embedded.query;

import de.bwaldvogel.mongo.bson.Document;
import io.dovira.embedded.key.KeyEncoder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where a document lies: the key of its {@code _id}. */
@SuppressWarnings("ArrayRecordComponent") // compared by content, below
record DocumentKey(byte[] bytes) {

    static DocumentKey of(Document document) {
        return new DocumentKey(KeyEncoder.of(document.get("_id")));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DocumentKey key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
