package io.dovira.eventstore.codec;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The components of a record, and how to read and make one. */
final class RecordShape<T> {

    private final Class<T> type;
    private final RecordComponent[] components;
    private final Constructor<T> constructor;

    RecordShape(Class<T> type) {
        this.type = type;
        this.components = type.getRecordComponents();
        try {
            this.constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record without its constructor: " + type, e);
        }
        // A record may be private to its feature.
        constructor.setAccessible(true);
        for (RecordComponent component : components) {
            component.getAccessor().setAccessible(true);
        }
    }

    Class<T> type() {
        return type;
    }

    int size() {
        return components.length;
    }

    String name(int index) {
        return components[index].getName();
    }

    Type typeOf(int index) {
        return components[index].getGenericType();
    }

    boolean mayBeNull(int index) {
        return components[index].getAnnotatedType().isAnnotationPresent(org.jspecify.annotations.Nullable.class);
    }

    @Nullable
    Object value(T record, int index) {
        try {
            return components[index].getAccessor().invoke(record);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        } catch (InvocationTargetException e) {
            throw new UnreadableRecord(type, name(index), "cannot be read", e.getTargetException());
        }
    }

    T create(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException(e);
        } catch (InvocationTargetException e) {
            throw new UnreadableRecord(type, e.getTargetException());
        }
    }
}
