package io.dovira.embedded.query;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The conditions of a whole query by path: those that all hold together. What stands under $or, $nor or $not is left out. */
final class Conditions {

    private final Map<String, List<Condition>> byPath = new LinkedHashMap<>();

    Conditions(Document query) {
        collect("", query);
    }

    private void collect(String prefix, Document query) {
        query.forEach((name, demanded) -> {
            if (name.equals("$and") && demanded instanceof Collection<?> parts) {
                parts.forEach(part -> {
                    if (part instanceof Document document) {
                        collect(prefix, document);
                    }
                });
            } else if (!name.startsWith("$")) {
                add(prefix + name, demanded);
            }
        });
    }

    private void add(String path, Object demanded) {
        byPath.computeIfAbsent(path, newPath -> new ArrayList<>()).addAll(Condition.of(demanded));
        if (demanded instanceof Document document
                && document.get("$elemMatch") instanceof Document element
                && element.keySet().stream().noneMatch(key -> key.startsWith("$"))) {
            // The element that matches has these values, so the array has a key with each of them.
            collect(path + ".", element);
        }
    }

    /** The fewest values the path can have. */
    Optional<Condition.OneOf> oneOf(String path) {
        return at(path).stream()
                .filter(Condition.OneOf.class::isInstance)
                .map(Condition.OneOf.class::cast)
                .reduce((a, b) -> a.keys().size() <= b.keys().size() ? a : b);
    }

    /** The key of the one value that the path can have; null if it can have others, or none is the value. */
    byte @Nullable [] onlyKey(String path) {
        return oneOf(path)
                .filter(values -> values.keys().size() == 1 && !values.includesNull())
                .map(values -> values.keys().first())
                .orElse(null);
    }

    List<Condition.Between> ranges(String path) {
        return at(path).stream()
                .filter(Condition.Between.class::isInstance)
                .map(Condition.Between.class::cast)
                .toList();
    }

    private List<Condition> at(String path) {
        return byPath.getOrDefault(path, List.of());
    }
}
