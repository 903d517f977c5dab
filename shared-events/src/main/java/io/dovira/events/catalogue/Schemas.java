package io.dovira.events.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The JSON Schema (draft 2020-12) of each fact as it is handed to integrators. Generated from the records, kept for every
 * revision that was ever written; a test fails when one is missing or out of date.
 */
public final class Schemas {
    private static final Pattern NAME = Pattern.compile("[a-z]+\\.[a-z]+(-[a-z]+)*");

    private Schemas() {}

    /** Path of the schema on the class path. */
    public static String path(String name, int revision) {
        return "schemas/" + name + ".v" + revision + ".json";
    }

    /** The schema as JSON text; empty if no such fact or revision is known. Any text may be asked for. */
    public static Optional<String> find(String name, int revision) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        try (InputStream in = Schemas.class.getClassLoader().getResourceAsStream(path(name, revision))) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("schema of " + name + " cannot be read", e);
        }
    }
}
