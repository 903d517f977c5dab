package io.dovira.command.imports.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The mappings that come with Dovira, found by source name or alias; case, {@code _} and {@code -}, and file endings do not matter. */
public final class BuiltInMappings {

    private static final List<String> NAMES = List.of("nyc311", "receipt-phase", "warsaw-queues", "visits");

    /** A mapping with the YAML that it was read from. */
    public record BuiltIn(String name, String title, String yaml, Mapping mapping) {}

    private final List<BuiltIn> all;
    private final Map<String, BuiltIn> byName = new LinkedHashMap<>();

    public BuiltInMappings(MappingReader reader) {
        all = NAMES.stream().map(name -> load(reader, name)).toList();
        for (BuiltIn builtIn : all) {
            byName.put(key(builtIn.name()), builtIn);
            builtIn.mapping().aliases().forEach(alias -> byName.put(key(alias), builtIn));
        }
    }

    public List<BuiltIn> all() {
        return all;
    }

    /** Finds by any of its names, for example {@code nyc311}, {@code receipt_phase} or {@code warsaw_queues_A.csv.gz}. */
    public Optional<BuiltIn> find(String name) {
        return Optional.ofNullable(byName.get(key(name)));
    }

    private static String key(String name) {
        return name.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("\\.gz$", "")
                .replaceFirst("\\.(csv|xes|xml|ya?ml)$", "")
                .replace('_', '-');
    }

    private static BuiltIn load(MappingReader reader, String name) {
        String path = "/io/dovira/command/imports/mappings/" + name + ".yaml";
        try (InputStream in = Objects.requireNonNull(BuiltInMappings.class.getResourceAsStream(path), path)) {
            String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Mapping mapping = reader.read(yaml);
            return new BuiltIn(mapping.source(), mapping.title(), yaml, mapping);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MappingRefused e) {
            throw new IllegalStateException("built-in mapping " + name + ": " + e.getMessage(), e);
        }
    }
}
