package io.dovira.command.imports.source;

import io.dovira.command.imports.mapping.Mapping;
import java.io.IOException;

/** Opens the rows of an unpacked file as its mapping says. */
public final class Uploads {

    private Uploads() {}

    /**
     * Opens the rows; closing them closes the file.
     *
     * @throws FileRefused if the start of the file shows that it cannot be read: no header, columns missing, no XES log
     */
    public static RowSource rows(Unpacked file, Mapping mapping) throws IOException {
        return switch (mapping.format()) {
            case CSV -> CsvRows.open(file, mapping);
            case XES -> XesRows.open(file);
        };
    }
}
