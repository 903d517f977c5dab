package io.dovira.command.imports.mapping;

import java.util.List;
import java.util.stream.Collectors;

/** The mapping cannot be used. Nothing has been read or recorded. */
public final class MappingRefused extends Exception {

    /** One fault: where in the YAML ({@code office.id}), and what is expected there. */
    public record Fault(String path, String expected) {
        @Override
        public String toString() {
            return path.isEmpty() ? expected : path + ": " + expected;
        }
    }

    private final transient List<Fault> faults;

    MappingRefused(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
