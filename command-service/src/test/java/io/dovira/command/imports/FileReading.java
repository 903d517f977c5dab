package io.dovira.command.imports;

import io.dovira.command.imports.mapping.BuiltInMappings;
import io.dovira.command.imports.mapping.Mapping;
import io.dovira.command.imports.mapping.MappingReader;
import io.dovira.command.imports.mapping.MappingRefused;
import io.dovira.command.imports.rows.Draft;
import io.dovira.command.imports.rows.Outcome;
import io.dovira.command.imports.rows.RowMapper;
import io.dovira.command.imports.source.Item;
import io.dovira.command.imports.source.Limits;
import io.dovira.command.imports.source.RowSource;
import io.dovira.command.imports.source.Unpacked;
import io.dovira.command.imports.source.Uploads;
import io.dovira.events.Fact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads a file as the import does, without a log: what it would record, skip, reject and warn about. */
record FileReading(Preflight preflight, List<Outcome> outcomes) {

    static final MappingReader MAPPINGS = new MappingReader();
    static final BuiltInMappings BUILT_IN = new BuiltInMappings(MAPPINGS);

    static FileReading of(Path file, Mapping mapping) throws IOException {
        String name = file.getFileName().toString();
        Preflight preflight = Preflight.of(file, name, mapping, Limits.DEFAULTS);
        List<Outcome> outcomes = new ArrayList<>();
        RowMapper mapper = new RowMapper(mapping, preflight.clocks());
        try (Unpacked unpacked = Unpacked.open(file, name, Limits.DEFAULTS);
                RowSource rows = Uploads.rows(unpacked, mapping)) {
            for (Item item = rows.next(); item != null; item = rows.next()) {
                switch (item) {
                    case Item.Broken broken -> outcomes.add(new Outcome.Rejected(broken.line(), broken.reason()));
                    case Item.Entry entry -> outcomes.addAll(mapper.map(entry));
                }
            }
        }
        return new FileReading(preflight, outcomes);
    }

    static FileReading of(Path file, String builtIn) throws IOException {
        return of(file, BUILT_IN.find(builtIn).orElseThrow().mapping());
    }

    /** Reads text with a mapping in YAML. */
    static FileReading of(String text, String yaml) {
        try {
            Path file = Files.createTempFile("reading", ".txt");
            try {
                Files.writeString(file, text, StandardCharsets.UTF_8);
                return of(file, MAPPINGS.read(yaml));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MappingRefused e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    List<Draft> drafts() {
        return outcomes.stream()
                .flatMap(each ->
                        each instanceof Outcome.Facts facts ? facts.drafts().stream() : java.util.stream.Stream.of())
                .toList();
    }

    <F extends Fact> List<Draft> drafts(Class<F> type) {
        return drafts().stream().filter(draft -> type.isInstance(draft.fact())).toList();
    }

    List<String> rejected() {
        return outcomes.stream()
                .flatMap(each -> each instanceof Outcome.Rejected r
                        ? java.util.stream.Stream.of(r.line() + ": " + r.reason())
                        : java.util.stream.Stream.of())
                .toList();
    }

    /** How often each warning was given. */
    Map<String, Long> warnings() {
        Map<String, Long> counts = new TreeMap<>();
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Facts facts) {
                facts.warnings().forEach(warning -> counts.merge(warning, 1L, Long::sum));
            }
        }
        return counts;
    }
}
