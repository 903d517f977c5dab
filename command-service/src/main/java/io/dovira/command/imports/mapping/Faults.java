package io.dovira.command.imports.mapping;

import io.dovira.command.imports.mapping.MappingRefused.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong, so that one answer names every fault. Used by one thread. */
final class Faults {

    private final List<Fault> faults = new ArrayList<>();

    void add(String path, String expected) {
        faults.add(new Fault(path, expected));
    }

    /** The value, or the substitute and a fault if the value cannot be made of the text. */
    <T extends @Nullable Object> T attempt(String path, T substitute, Supplier<T> value) {
        try {
            return value.get();
        } catch (RuntimeException e) {
            add(path, String.valueOf(e.getMessage()));
            return substitute;
        }
    }

    void throwIfAny() throws MappingRefused {
        if (!faults.isEmpty()) {
            throw new MappingRefused(faults);
        }
    }
}
