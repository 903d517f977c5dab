package io.dovira.events.metrics;

import java.util.Map;

/**
 * What a figure means. A definition never changes: another meaning is another version, and old answers keep naming the old one.
 *
 * @param id of the measure, for example {@code wait}
 * @param version from 1
 * @param unit of every value, {@code s} for seconds
 * @param text what is counted, from when to when, and what is left out; by language tag
 */
public record MetricDefinition(String id, int version, String unit, Map<String, String> text) {
    public MetricDefinition {
        text = Map.copyOf(text);
    }

    /** How a request names it: {@code wait@1}. */
    public String name() {
        return id + "@" + version;
    }
}
