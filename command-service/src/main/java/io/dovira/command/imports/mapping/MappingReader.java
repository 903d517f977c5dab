package io.dovira.command.imports.mapping;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.dovira.command.imports.mapping.MappingRefused.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a mapping from YAML: first the JSON Schema, then what a schema cannot say. Thread-safe. */
public final class MappingReader {

    /** More than any mapping needs; keeps a stray upload out of the parser. */
    public static final int LONGEST = 256 * 1024;

    private static final int LISTED = 20;

    private final YAMLMapper yaml = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final Schema schema;

    public MappingReader() {
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schemaText(), InputFormat.JSON);
    }

    /** The JSON Schema of the mapping language; {@code docs/mapping.schema.json} is the same text. */
    public static String schemaText() {
        try (InputStream in = Objects.requireNonNull(
                MappingReader.class.getResourceAsStream("/io/dovira/command/imports/mapping.schema.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads and checks a mapping.
     *
     * @throws MappingRefused with every fault that could be found, each with its path
     */
    public Mapping read(String text) throws MappingRefused {
        if (text.length() > LONGEST) {
            throw refused("", "a mapping of at most " + LONGEST + " characters");
        }
        JsonNode tree = tree(text);
        if (!tree.isObject()) {
            throw refused("", "a YAML document with the keys mapping, source, kind, format, zone and office");
        }
        List<Fault> faults = schema.validate(tree).stream()
                .map(MappingReader::fault)
                .distinct()
                .limit(LISTED)
                .toList();
        if (!faults.isEmpty()) {
            throw new MappingRefused(faults);
        }
        return new MappingTree(tree).mapping();
    }

    private JsonNode tree(String text) throws MappingRefused {
        try {
            return yaml.readTree(text);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw refused("", "well-formed YAML; line " + line + ": " + e.getOriginalMessage());
        }
    }

    private static Fault fault(Error error) {
        String path = error.getInstanceLocation().toString();
        String dotted = path.startsWith("/") ? path.substring(1).replace('/', '.') : path;
        return new Fault(dotted, error.getMessage());
    }

    private static MappingRefused refused(String path, String expected) {
        return new MappingRefused(List.of(new Fault(path, expected)));
    }
}
