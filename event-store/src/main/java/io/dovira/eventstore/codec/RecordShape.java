package io.dovira.eventstore.codec;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The components of a record, and how to read and make one. */
final class RecordShape<T> {

    private final Class<T> type;
    private final Component[] components;
    private final Constructor<T> constructor;

    /** Asked of the class once: it looks for its annotations anew each time. */
    private record Component(String name, Type type, Method accessor, boolean mayBeNull) {

        static Component of(RecordComponent component) {
            Method accessor = component.getAccessor();
            // A record may be private to its feature.
            accessor.setAccessible(true);
            return new Component(
                    component.getName(),
                    component.getGenericType(),
                    accessor,
                    component.getAnnotatedType().isAnnotationPresent(Nullable.class));
        }
    }

    RecordShape(Class<T> type) {
        this.type = type;
        this.components =
                Arrays.stream(type.getRecordComponents()).map(Component::of).toArray(Component[]::new);
        try {
            this.constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record without its constructor: " + type, e);
        }
        constructor.setAccessible(true);
    }

    Class<T> type() {
        return type;
    }

    int size() {
        return components.length;
    }

    String name(int index) {
        return components[index].name();
    }

    Type typeOf(int index) {
        return components[index].type();
    }

    boolean mayBeNull(int index) {
        return components[index].mayBeNull();
    }

    @Nullable
    Object value(T record, int index) {
        try {
            return components[index].accessor().invoke(record);
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
