package io.dovira.events.catalogue;

import io.dovira.events.Fact;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws the JSON Schema of a fact from its record, its words and its example. */
final class FactSchema {
    private static final String ID = "^[A-Za-z0-9][A-Za-z0-9._~-]{0,119}$";

    /** What the constructors check beyond the type. */
    private static final Map<String, Map<String, Object>> LIMITS = Map.ofEntries(
            Map.entry("office.service-offered.waitTargetSeconds", Map.of("minimum", 1)),
            Map.entry("visit.ticket-issued.ticket", Map.of("minLength", 1, "maxLength", 20)),
            Map.entry("visit.visit-corrected.reason", Map.of("minLength", 1)),
            Map.entry("custody.late-entry-made.reason", Map.of("minLength", 1)),
            Map.entry("custody.correction-proposed.reason", Map.of("minLength", 1)),
            Map.entry("custody.correction-rejected.reason", Map.of("minLength", 1)),
            Map.entry("custody.entry-corrected.reason", Map.of("minLength", 1)),
            Map.entry("policy.policy-published.number", Map.of("minimum", 0)),
            Map.entry("ticket.number-drawn.number", Map.of("minimum", 1)),
            Map.entry("queue.queue-observed.waiting", Map.of("minimum", 0)),
            Map.entry("queue.queue-observed.openDesks", Map.of("minimum", 0)),
            Map.entry("queue.queue-observed.serviceSeconds", Map.of("minimum", 0)),
            Map.entry("feedback.survey-answered.csat", Map.of("minimum", 1, "maximum", 5)),
            Map.entry("feedback.survey-answered.nps", Map.of("minimum", 0, "maximum", 10)),
            Map.entry("feedback.survey-answered.comment", Map.of("maxLength", 2000)),
            Map.entry("community.community-registered.people", Map.of("minimum", 0, "maximum", 100_000_000)),
            Map.entry("community.population-restated.people", Map.of("minimum", 0, "maximum", 100_000_000)),
            Map.entry("community.contact-recorded.people", Map.of("minimum", 0, "maximum", 100_000_000)),
            Map.entry("community.report-given.people", Map.of("minimum", 0, "maximum", 100_000_000)),
            Map.entry("publication.figures-published.communities", Map.of("minimum", 0, "maximum", 100_000_000)),
            Map.entry("publication.figures-published.officers", Map.of("minimum", 0, "maximum", 100_000_000)),
            Map.entry("publication.figures-published.people", Map.of("minimum", 0, "maximum", 100_000_000)),
            Map.entry("community.community-registered.source", Map.of("minLength", 1, "maxLength", 300)),
            Map.entry("community.population-restated.source", Map.of("minLength", 1, "maxLength", 300)),
            Map.entry("publication.trust-survey-published.source", Map.of("minLength", 1, "maxLength", 300)),
            Map.entry("publication.figures-published.source", Map.of("minLength", 1, "maxLength", 300)),
            Map.entry("station.station-closed.reason", Map.of("minLength", 1, "maxLength", 500)),
            Map.entry("publication.publication-withdrawn.reason", Map.of("minLength", 1, "maxLength", 500)),
            Map.entry("publication.trust-survey-published.n", Map.of("minimum", 1)),
            Map.entry("publication.trust-survey-published.percent", Map.of("minimum", 0, "maximum", 100)),
            Map.entry("publication.trust-survey-published.margin", Map.of("minimum", 0, "maximum", 100)));

    private FactSchema() {}

    static Map<String, Object> of(Fact example, Meanings meanings) {
        String name = Facts.nameOf(example.getClass());
        int revision = Facts.revisionOf(example.getClass());
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:dovira:schema:" + name + ":v" + revision);
        schema.put("title", name);
        schema.put("description", meanings.of(name));
        schema.putAll(object(name, example.getClass(), meanings));
        schema.put("examples", List.of(Plain.of(example)));
        return schema;
    }

    /** @param path of the record: the name of the fact, then the fields that lead to it */
    private static Map<String, Object> object(String path, Class<?> record, Meanings meanings) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            properties.put(component.getName(), property(path, component, meanings));
            if (!isOptional(component)) {
                required.add(component.getName());
            }
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("properties", properties);
        object.put("required", required);
        return object;
    }

    static boolean isOptional(RecordComponent component) {
        return Arrays.stream(component.getAnnotatedType().getAnnotations())
                .anyMatch(annotation ->
                        annotation.annotationType().getSimpleName().equals("Nullable"));
    }

    private static Map<String, Object> property(String path, RecordComponent component, Meanings meanings) {
        String own = path + "." + component.getName();
        Map<String, Object> property = new LinkedHashMap<>(type(own, component.getGenericType(), meanings));
        Map<String, Object> limits = LIMITS.getOrDefault(own, Map.of());
        limits.entrySet().stream()
                .sorted(Map.Entry.<String, Object>comparingByKey().reversed())
                .forEach(limit -> property.put(limit.getKey(), limit.getValue()));
        property.put("description", meanings.of(path, component.getName()));
        return property;
    }

    private static Map<String, Object> type(String path, Type declared, Meanings meanings) {
        if (Plain.isList(declared)) {
            return ordered("type", "array", "items", type(path, Plain.elementOf(declared), meanings));
        }
        Class<?> type = Plain.raw(declared);
        if (Plain.isPart(type)) {
            return object(path, type, meanings);
        }
        if (Plain.isId(type)) {
            return ordered("type", "string", "pattern", ID);
        }
        if (type == String.class) {
            return Map.of("type", "string");
        }
        if (type == Instant.class) {
            return ordered("type", "string", "format", "date-time");
        }
        if (type == LocalDate.class) {
            return ordered("type", "string", "format", "date");
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return Map.of("type", "integer");
        }
        if (type == boolean.class) {
            return Map.of("type", "boolean");
        }
        if (type == double.class || type == Double.class) {
            return Map.of("type", "number");
        }
        if (type.isEnum()) {
            List<String> names =
                    Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
            return ordered("type", "string", "enum", names);
        }
        if (type == Map.class) {
            Map<String, Object> names = ordered("type", "object", "minProperties", 1);
            names.put("additionalProperties", ordered("type", "string", "minLength", 1));
            return names;
        }
        throw new IllegalStateException("no JSON type is chosen for " + type);
    }

    private static Map<String, Object> ordered(String key, Object value, String otherKey, Object otherValue) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(key, value);
        map.put(otherKey, otherValue);
        return map;
    }
}
