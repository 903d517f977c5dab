package io.dovira.command.imports.source;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dovira.command.imports.mapping.Mapping;
import io.dovira.command.imports.mapping.MappingReader;
import io.dovira.command.imports.mapping.MappingRefused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Reads made-up files to their end. */
final class Reading {

    static final String CSV = """
            mapping: 1
            source: town
            kind: case
            format: csv
            zone: UTC
            office: {id: office, organisation: {id: {constant: town}}, region: {id: {constant: west}}}
            service: {id: {constant: s}}
            case: {id: id, opened: opened}
            """;

    static final String XES = CSV.replace("format: csv", "format: xes") + """
            step: {activity: "concept:name", at: "time:timestamp"}
            """;

    private Reading() {}

    static List<Item> items(byte[] content, String name, String yaml, Limits limits) throws IOException {
        Path file = Files.createTempFile("upload", ".bin");
        try {
            Files.write(file, content);
            List<Item> items = new ArrayList<>();
            try (Unpacked unpacked = Unpacked.open(file, name, limits);
                    RowSource rows = Uploads.rows(unpacked, mapping(yaml))) {
                for (Item item = rows.next(); item != null; item = rows.next()) {
                    items.add(item);
                }
            }
            return items;
        } finally {
            Files.delete(file);
        }
    }

    static List<Item> items(String text, String yaml) throws IOException {
        return items(text.getBytes(StandardCharsets.UTF_8), "file.txt", yaml, Limits.DEFAULTS);
    }

    static FileRefused refusal(byte[] content, String name, String yaml, Limits limits) {
        return catchThrowableOfType(FileRefused.class, () -> items(content, name, yaml, limits));
    }

    static FileRefused refusal(String text, String yaml) {
        return refusal(text.getBytes(StandardCharsets.UTF_8), "file.txt", yaml, Limits.DEFAULTS);
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static byte[] gzip(String text) {
        return gzip(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Mapping mapping(String yaml) {
        try {
            return new MappingReader().read(yaml);
        } catch (MappingRefused e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }
}
