package io.dovira.command.imports.mapping;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the rows of a file mean. Explained for people in {@code docs/mapping.md}; made by {@link MappingReader} only, so that what
 * stands here has been checked. Immutable.
 *
 * @param source first part of the id of everything imported; files of one source share their cases
 * @param language BCP 47 tag of the names in the file
 * @param zone of the offices, and of times without an offset
 * @param rowPerStep a CSV row is a step of a case, not a case
 * @param emptyTimes texts that mean no time
 * @param required columns that a CSV file must have
 */
public record Mapping(
        String source,
        String title,
        Set<String> aliases,
        Format format,
        Csv csv,
        String language,
        ZoneId zone,
        boolean rowPerStep,
        Gap gap,
        Overlap overlap,
        Set<String> emptyTimes,
        OfficeRule office,
        TextRule actor,
        Subject subject,
        List<RowRule> skip,
        List<RowRule> warn,
        ClockRule clock,
        Set<String> required) {

    public Mapping {
        aliases = Set.copyOf(aliases);
        emptyTimes = Set.copyOf(emptyTimes);
        skip = List.copyOf(skip);
        warn = List.copyOf(warn);
        required = new TreeSet<>(required);
    }

    /** How the file is written. */
    public enum Format {
        CSV,
        XES
    }

    /** What to do with a local time that the clocks skipped. */
    public enum Gap {
        REJECT,
        SHIFT
    }

    /** What to do with a local time that happened twice. */
    public enum Overlap {
        EARLIER,
        LATER,
        REJECT
    }

    /** How the text of a CSV file is cut into fields (RFC 4180 with these characters). */
    public record Csv(Charset charset, char delimiter, char quote) {}
}
