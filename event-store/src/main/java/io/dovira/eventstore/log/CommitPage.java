package io.dovira.eventstore.log;

import java.util.List;
import org.bson.RawBsonDocument;

/** Appends in order, as they were read; {@code last}: there were no more then. */
record CommitPage(List<RawBsonDocument> documents, boolean last) {

    /** @throws LogDamaged if one of them is not as it should be */
    List<Commit> commits() {
        return documents.stream().map(CommitReader::read).toList();
    }

    /** Where the append behind the last one begins, which there must be; anything if that one is damaged. */
    long next() {
        return CommitReader.behind(documents.getLast());
    }
}
