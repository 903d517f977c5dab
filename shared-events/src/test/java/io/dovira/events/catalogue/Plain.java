package io.dovira.events.catalogue;

import io.dovira.events.Fact;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
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
        return fields(fact);
    }

    private static Map<String, Object> fields(Object record) {
        Map<String, Object> plain = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = plain(read(component, record));
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

    /** A record inside a fact that is no id: an object of its own. */
    static boolean isPart(Class<?> type) {
        return type.isRecord() && !isId(type);
    }

    static boolean isList(Type type) {
        return type instanceof ParameterizedType generic && generic.getRawType() == List.class;
    }

    static Type elementOf(Type list) {
        return ((ParameterizedType) list).getActualTypeArguments()[0];
    }

    static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Record record -> isId(record.getClass()) ? record.toString() : fields(record);
            case List<?> list -> list.stream().map(Plain::plain).toList();
            case Instant at -> at.toString();
            case LocalDate day -> day.toString();
            case Enum<?> constant -> constant.name();
            case Map<?, ?> names -> new TreeMap<>(names);
            default -> value;
        };
    }

    private static @Nullable Object read(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }
}
