package io.dovira.events;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who recorded a fact, on what behalf and where. Pseudonyms only, never personal data.
 *
 * @param actor pseudonym of the person or system that recorded it
 * @param role role in which the actor did so, for example {@code clerk}
 * @param correlation id shared by everything that one request caused
 * @param cause id of the event that led to this one, if an event did
 * @param office the office it belongs to; the key by which projections are sequenced
 * @param quality how well the occurred time is known
 * @param origin live, imported or simulated
 * @param backfilled told at once with a whole history, long after it happened, as everything imported is: when it was recorded says nothing of
 *     how soon somebody told it
 */
public record Meta(
        String actor,
        String role,
        String correlation,
        @Nullable String cause,
        @Nullable String office,
        TimeQuality quality,
        Origin origin,
        boolean backfilled) {

    public static final String ACTOR = "actor";
    public static final String ROLE = "role";
    public static final String CORRELATION = "correlation";
    public static final String CAUSE = "cause";
    public static final String OFFICE = "office";
    public static final String QUALITY = "quality";
    public static final String ORIGIN = "origin";
    public static final String BACKFILLED = "backfilled";

    public Meta {
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(correlation, "correlation");
        Objects.requireNonNull(quality, "quality");
        Objects.requireNonNull(origin, "origin");
        backfilled = backfilled || origin == Origin.IMPORTED;
    }

    /** Told as it happened, or as soon as somebody could; but what is imported is history. */
    public Meta(
            String actor,
            String role,
            String correlation,
            @Nullable String cause,
            @Nullable String office,
            TimeQuality quality,
            Origin origin) {
        this(actor, role, correlation, cause, office, quality, origin, false);
    }

    /** The same of a fact that is told at once with a whole history. */
    public Meta asHistory() {
        return new Meta(actor, role, correlation, cause, office, quality, origin, true);
    }

    /** The stored form: strings only, absent keys for what is not known. */
    public Map<String, String> asMap() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put(ACTOR, actor);
        map.put(ROLE, role);
        map.put(CORRELATION, correlation);
        if (cause != null) {
            map.put(CAUSE, cause);
        }
        if (office != null) {
            map.put(OFFICE, office);
        }
        map.put(QUALITY, quality.name());
        map.put(ORIGIN, origin.name());
        if (backfilled && origin != Origin.IMPORTED) {
            map.put(BACKFILLED, "true");
        }
        return map;
    }

    /** Reads the stored form; what an older writer left out is read as unknown actor, exact time and live origin. */
    public static Meta of(Map<String, String> map) {
        return new Meta(
                map.getOrDefault(ACTOR, "unknown"),
                map.getOrDefault(ROLE, "unknown"),
                map.getOrDefault(CORRELATION, "unknown"),
                map.get(CAUSE),
                map.get(OFFICE),
                TimeQuality.valueOf(map.getOrDefault(QUALITY, TimeQuality.EXACT.name())),
                Origin.valueOf(map.getOrDefault(ORIGIN, Origin.LIVE.name())),
                Boolean.parseBoolean(map.get(BACKFILLED)));
    }
}
