package io.dovira.command.imports.rows;

import io.dovira.command.imports.mapping.Mapping;
import io.dovira.command.imports.mapping.TimeFormat;
import io.dovira.command.imports.mapping.TimeRule;
import io.dovira.command.imports.source.Row;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads moments as the mapping says, in the zone of the office, over the days when clocks change. */
final class Times {

    private final Mapping mapping;

    Times(Mapping mapping) {
        this.mapping = mapping;
    }

    /** The moment; null when the row has none. */
    @Nullable
    Moment read(Row row, @Nullable TimeRule rule, ZoneId zone) throws RowRefused {
        return read(row, rule, zone, Shift.NONE);
    }

    /** The moment, put right by a shift; null when the row has none. */
    @Nullable
    Moment read(Row row, @Nullable TimeRule rule, ZoneId zone, Shift shift) throws RowRefused {
        if (rule == null) {
            return null;
        }
        TemporalAccessor parsed = parse(row, rule);
        if (parsed == null) {
            return null;
        }
        ZoneId own = zoneOf(rule, zone);
        if (parsed instanceof LocalDateTime local) {
            return inZone(row, rule, shift.apply(local), own, shift.oddity());
        }
        Instant at = parsed instanceof OffsetDateTime offset ? offset.toInstant() : (Instant) parsed;
        if (shift.isNone()) {
            return new Moment(millis(at), null);
        }
        return inZone(row, rule, shift.apply(LocalDateTime.ofInstant(at, own)), own, shift.oddity());
    }

    /** The moment; a row that has none is refused. */
    Moment required(Row row, TimeRule rule, ZoneId zone, Shift shift, String what) throws RowRefused {
        Moment moment = read(row, rule, zone, shift);
        if (moment == null) {
            throw new RowRefused("no " + what);
        }
        return moment;
    }

    /** The date and time on the wall of the office, as the file writes it; null when the row has none. */
    @Nullable
    LocalDateTime wall(Row row, TimeRule rule, ZoneId zone) throws RowRefused {
        TemporalAccessor parsed = parse(row, rule);
        return switch (parsed) {
            case null -> null;
            case LocalDateTime local -> local;
            case OffsetDateTime offset -> offset.toLocalDateTime();
            case Instant at -> LocalDateTime.ofInstant(at, zoneOf(rule, zone));
            default -> throw new IllegalStateException(parsed.getClass().getName());
        };
    }

    private @Nullable TemporalAccessor parse(Row row, TimeRule rule) throws RowRefused {
        String text = text(row, rule);
        if (text.isEmpty() || mapping.emptyTimes().contains(text)) {
            return null;
        }
        for (TimeFormat format : rule.formats()) {
            try {
                return format.read(text);
            } catch (DateTimeException e) {
                // the next format may fit
            }
        }
        throw new RowRefused("'" + Texts.shortened(text) + "' in " + String.join(" + ", rule.columns())
                + " is no time of the form " + join(rule.formats()));
    }

    private static String join(List<TimeFormat> formats) {
        return String.join(" or ", formats.stream().map(TimeFormat::toString).toList());
    }

    private static String text(Row row, TimeRule rule) throws RowRefused {
        if (rule.columns().size() == 1) {
            return row.get(rule.columns().getFirst());
        }
        StringBuilder all = new StringBuilder();
        int empty = 0;
        for (String column : rule.columns()) {
            String text = row.get(column);
            empty += text.isEmpty() ? 1 : 0;
            all.append(all.isEmpty() ? "" : " ").append(text);
        }
        if (empty > 0 && empty < rule.columns().size()) {
            throw new RowRefused("only a part of " + String.join(" + ", rule.columns()) + " is there");
        }
        return empty > 0 ? "" : all.toString();
    }

    private Moment inZone(Row row, TimeRule rule, LocalDateTime local, ZoneId zone, @Nullable String oddity)
            throws RowRefused {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.size() == 1) {
            return new Moment(millis(local.toInstant(offsets.getFirst())), oddity);
        }
        String written = text(row, rule);
        if (offsets.isEmpty()) {
            return switch (mapping.gap()) {
                case REJECT ->
                    throw new RowRefused("'" + written + "' never was in " + zone + ": the clocks skipped it");
                case SHIFT -> {
                    ZoneOffsetTransition gap = zone.getRules().getTransition(local);
                    yield new Moment(
                            millis(local.toInstant(gap.getOffsetBefore())),
                            "a time that the clocks skipped, moved forward by the length of the gap");
                }
            };
        }
        return switch (mapping.overlap()) {
            case REJECT -> throw new RowRefused("'" + written + "' happened twice in " + zone);
            case EARLIER ->
                new Moment(
                        millis(local.toInstant(offsets.getFirst())), "a time that happened twice, the earlier taken");
            case LATER ->
                new Moment(millis(local.toInstant(offsets.getLast())), "a time that happened twice, the later taken");
        };
    }

    private static ZoneId zoneOf(TimeRule rule, ZoneId zone) {
        return rule.zone() == null ? zone : rule.zone();
    }

    /** The log keeps milliseconds; finer times would never compare equal to what was recorded. */
    private static Instant millis(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS);
    }
}
