package io.dovira.eventstore.codec;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import org.bson.codecs.Codec;
import org.bson.codecs.configuration.CodecConfigurationException;
import org.bson.codecs.configuration.CodecRegistry;

/** Finds the codec of a type as it is declared, with its arguments. */
final class Codecs {

    private static final Map<Class<?>, Class<?>> BOXES = Map.of(
            int.class, Integer.class,
            long.class, Long.class,
            double.class, Double.class,
            boolean.class, Boolean.class,
            float.class, Float.class,
            short.class, Short.class,
            byte.class, Byte.class,
            char.class, Character.class);

    private Codecs() {}

    static Codec<?> of(Type type, CodecRegistry registry) {
        return switch (type) {
            case Class<?> plain -> registry.get(BOXES.getOrDefault(plain, plain));
            case ParameterizedType generic ->
                registry.get((Class<?>) generic.getRawType(), List.of(generic.getActualTypeArguments()));
            default -> throw new CodecConfigurationException("its type is not known: " + type);
        };
    }
}
