package io.dovira.query.interactions;

import io.dovira.events.Meta;
import io.dovira.events.catalogue.Facts;
import io.dovira.events.visits.VisitCorrected;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.StoredEvent;
import io.dovira.query.interactions.Story.Step;
import io.dovira.query.platform.CorrectedBy;
import io.dovira.query.platform.FactReader;
import io.dovira.query.platform.Office;
import io.dovira.query.platform.PlainJson;
import io.dovira.query.platform.Problem;
import io.dovira.query.platform.QueryParameters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells the story of one visit or case from its stream in the log, by the same folds that decide. Thread-safe. */
final class Stories {
    private static final Pattern STREAM = Pattern.compile("(visit|case)-[A-Za-z0-9][A-Za-z0-9._~-]{0,119}");
    private static final String CORRECTED = Facts.nameOf(VisitCorrected.class);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]{0,119}");

    private final EventLog log;
    private final Function<String, @Nullable Office> offices;
    private final Supplier<Lateness> lateness;

    Stories(EventLog log, Function<String, @Nullable Office> offices, Supplier<Lateness> lateness) {
        this.log = log;
        this.offices = offices;
        this.lateness = lateness;
    }

    /**
     * The story as it was known.
     *
     * @param id of the visit or case, with or without {@code visit-} or {@code case-}
     * @param at a position or a time; null for now
     * @throws Problem with 404 if there is no such interaction, 400 if {@code at} cannot be read
     */
    Story tell(String id, @Nullable String at) {
        // Read before the events: they may be newer than it says, never older.
        long position = position(at);
        List<StoredEvent> stream = find(id);
        StoredEvent first = stream.getFirst();
        String office = Objects.requireNonNullElse(FactReader.meta(first).office(), "unknown");
        Office known = offices.apply(office);
        return new Story(
                first.stream(),
                first.stream().substring(0, first.stream().indexOf('-')),
                office,
                known == null ? Map.of() : known.name(),
                known == null ? null : known.timeZone(),
                known == null ? Map.of() : serviceNames(known),
                position,
                at,
                steps(
                        stream.stream()
                                .filter(event -> event.position() <= position)
                                .toList(),
                        lateness.get()));
    }

    private static Map<String, Map<String, String>> serviceNames(Office office) {
        return office.services().stream().collect(Collectors.toMap(Office.Service::id, Office.Service::name));
    }

    /** By the name of the stream, or by the id alone, as other answers give it. */
    private List<StoredEvent> find(String id) {
        List<StoredEvent> stream = STREAM.matcher(id).matches() ? log.readStream(id, 0) : List.of();
        if (stream.isEmpty() && ID.matcher(id).matches()) {
            stream = log.readStream("visit-" + id, 0);
            if (stream.isEmpty()) {
                stream = log.readStream("case-" + id, 0);
            }
        }
        if (stream.isEmpty()) {
            throw Problem.notFound("there is no visit or case '" + id + "'");
        }
        return stream;
    }

    private long position(@Nullable String at) {
        if (at == null || at.isBlank()) {
            return log.head();
        }
        if (at.chars().allMatch(c -> c >= '0' && c <= '9')) {
            try {
                return Math.min(Long.parseLong(at), log.head());
            } catch (NumberFormatException e) {
                throw Problem.unreadable("at", at, "a position of the log");
            }
        }
        return log.positionAt(QueryParameters.instant("at", at));
    }

    private static List<Step> steps(List<StoredEvent> stream, Lateness lateness) {
        CorrectedBy corrections = new CorrectedBy(stream, event -> event.type().equals(CORRECTED));
        List<Step> steps = new ArrayList<>();
        Known known = Known.NOTHING;
        for (StoredEvent event : stream) {
            known = known.after(event);
            steps.add(step(event, known, corrections.of(event), lateness));
        }
        return steps;
    }

    private static Step step(StoredEvent event, Known known, List<String> correctedBy, Lateness lateness) {
        Meta meta = FactReader.meta(event);
        Duration lag = Duration.between(event.occurredAt(), event.recordedAt());
        return new Step(
                event.position(),
                event.id(),
                event.type(),
                event.revision(),
                event.occurredAt(),
                event.recordedAt(),
                lag.toMillis() / 1000.0,
                meta.actor(),
                meta.role(),
                meta.quality().name(),
                meta.origin().name(),
                lateness.isLate(meta.origin(), event.occurredAt(), event.recordedAt(), event.position()),
                PlainJson.of(event.payload()),
                correctedBy,
                known.view(),
                known.problem());
    }
}
