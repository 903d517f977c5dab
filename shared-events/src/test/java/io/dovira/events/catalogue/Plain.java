package io.dovira.events.catalogue;

import io.dovira.events.Fact;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A fact as plain JSON: ids are text, times ISO 8601, what is absent is left out. */
final class Plain {
    private Plain() {}

    static Map<String, Object> of(Fact fact) {
        Map<String, Object> plain = new LinkedHashMap<>();
        for (RecordComponent component : fact.getClass().getRecordComponents()) {
            Object value = plain(read(component, fact));
            if (value != null) {
                plain.put(component.getName(), value);
            }
        }
        return plain;
    }

    static boolean isId(Class<?> type) {
        return type.isRecord()
                && Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toList()
                        .equals(List.of(String.class));
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Record id -> id.toString();
            case Instant at -> at.toString();
            case LocalDate day -> day.toString();
            case Enum<?> constant -> constant.name();
            case Map<?, ?> names -> new TreeMap<>(names);
            default -> value;
        };
    }

    private static @Nullable Object read(RecordComponent component, Fact fact) {
        try {
            return component.getAccessor().invoke(fact);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }
}
