package io.dovira.command.imports.source;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a file, in its order. One thread; memory does not grow with the file, only with its largest record. */
public interface RowSource extends AutoCloseable {

    /**
     * The next row; null at the end of the file.
     *
     * @throws FileRefused if the rest of the file cannot be read
     */
    @Nullable
    Item next() throws IOException;

    @Override
    void close() throws IOException;
}
