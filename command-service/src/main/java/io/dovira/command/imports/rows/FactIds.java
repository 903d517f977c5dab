package io.dovira.command.imports.rows;

import io.dovira.command.platform.EventIds;

/**
 * Ids of imported facts, over source, thing and step. Reading the same file again, or a newer one that tells the same fact, gives the same id,
 * and the log holds each id once. Changing how they are made would record all imported history again.
 */
public final class FactIds {

    private FactIds() {}

    /** The id of a step of a thing. The parts are joined by a character that no file may hold, so that they cannot run into each other. */
    public static String of(String source, String thing, String step) {
        return EventIds.of("import\0" + source + "\0" + thing + "\0" + step);
    }
}
