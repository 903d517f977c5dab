package io.dovira.command.imports.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.dovira.command.imports.mapping.Mapping;
import io.dovira.command.imports.source.FileRefused.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file (RFC 4180) below its header. Blank lines are no rows. */
final class CsvRows implements RowSource {

    /** Longest field, in characters; a longer one is a quote gone wrong. */
    private static final int LONGEST_FIELD = 1 << 20;

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final Map<String, Integer> header = new HashMap<>();
    private final int width;

    private CsvRows(CsvReader<CsvRecord> reader, Mapping mapping) throws IOException {
        this.reader = reader;
        this.records = reader.iterator();
        CsvRecord first = record();
        if (first == null) {
            throw new FileRefused(Code.EMPTY, 0, "the file has no header");
        }
        this.width = first.getFieldCount();
        readHeader(first.getFields(), mapping);
    }

    static CsvRows open(InputStream in, Mapping mapping) throws IOException {
        CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(mapping.csv().delimiter())
                .quoteCharacter(mapping.csv().quote())
                .maxBufferSize(LONGEST_FIELD)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(new QuoteWatch(new StrictText(in, mapping.csv().charset()), mapping.csv()));
        try {
            return new CsvRows(reader, mapping);
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private void readHeader(List<String> names, Mapping mapping) throws FileRefused {
        List<String> twice = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (header.put(names.get(i).strip(), i) != null) {
                twice.add(names.get(i).strip());
            }
        }
        List<String> missing = mapping.required().stream()
                .filter(column -> !header.containsKey(column))
                .toList();
        if (!missing.isEmpty()) {
            throw new FileRefused(
                    Code.MISSING_COLUMNS,
                    1,
                    "the file lacks the columns " + missing + " that the mapping names; it has "
                            + names.stream().limit(100).toList());
        }
        twice.retainAll(mapping.required());
        if (!twice.isEmpty()) {
            throw new FileRefused(Code.MISSING_COLUMNS, 1, "the file has these columns twice: " + twice);
        }
    }

    @Override
    public @Nullable Item next() throws IOException {
        CsvRecord record = record();
        if (record == null) {
            return null;
        }
        if (record.getFieldCount() != width) {
            return new Item.Broken(
                    record.getStartingLineNumber(),
                    "the row has " + record.getFieldCount() + " fields, the header has " + width);
        }
        return new Item.Entry(new Row.Csv(record.getStartingLineNumber(), header, record.getFields()), List.of());
    }

    private @Nullable CsvRecord record() throws IOException {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            throw broken(e);
        }
    }

    /** The parser wraps what happened below it, and its own faults in one that tells the line. */
    private static IOException broken(CsvParseException e) {
        String message = String.valueOf(e.getMessage());
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof FileRefused refused) {
                return refused;
            }
            message = message + ": " + cause.getMessage();
        }
        return new FileRefused(Code.BROKEN_CSV, 0, message);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
