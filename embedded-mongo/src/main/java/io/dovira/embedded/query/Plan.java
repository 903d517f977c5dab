package io.dovira.embedded.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a query reads.
 *
 * @param index the index to read, null for the data itself
 * @param ranges the stretches to read, ascending
 * @param backwards whether each is read from its end
 * @param merged whether the stretches are read side by side in the order of what follows their pinned bytes
 * @param distinct whether a document can come up more than once and must be remembered
 * @param sorted whether the documents come in the order asked for
 * @param bounded whether the query limits what is read
 */
record Plan(
        @Nullable OrderedIndex index,
        List<KeyRange> ranges,
        boolean backwards,
        boolean merged,
        boolean distinct,
        boolean sorted,
        boolean bounded) {}
