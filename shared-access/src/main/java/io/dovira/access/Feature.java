package io.dovira.access;

import static io.dovira.access.Roles.ADMIN;
import static io.dovira.access.Roles.AUDITOR;
import static io.dovira.access.Roles.CLERK;
import static io.dovira.access.Roles.CUSTODY;
import static io.dovira.access.Roles.INTEGRATOR;
import static io.dovira.access.Roles.MANAGER;
import static io.dovira.access.Roles.QUALITY;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What there is to see and the roles that see it, for the pages and answers of both services and for single facts: what is closed on one way
 * is not open on another.
 */
public enum Feature {
    OFFICES(Roles.ALL, List.of(CLERK, MANAGER, ADMIN), "office", "desk", "queue", "ticket", "policy", "calendar"),
    VISITS(List.of(QUALITY, MANAGER, AUDITOR, ADMIN), List.of(CLERK, MANAGER, ADMIN), "visit", "case", "staff"),
    FEEDBACK(List.of(QUALITY, MANAGER, AUDITOR, ADMIN), List.of(CLERK, MANAGER, ADMIN), "feedback"),
    APPEALS(List.of(CLERK, QUALITY, MANAGER, AUDITOR, ADMIN), List.of(CLERK, MANAGER, ADMIN), "appeal", "register"),
    CUSTODY_RECORDS(List.of(CUSTODY, QUALITY, AUDITOR, ADMIN), List.of(CUSTODY, ADMIN), "custody", "unit"),
    FOOTAGE(List.of(CUSTODY, QUALITY, AUDITOR, ADMIN), List.of(CUSTODY, QUALITY, ADMIN), "footage"),
    CAMERAS(List.of(CUSTODY, QUALITY, AUDITOR, ADMIN), List.of(MANAGER, ADMIN), "camera"),
    OBLIGATIONS(List.of(CUSTODY, QUALITY, MANAGER, AUDITOR, ADMIN), List.of(), "obligation"),
    COMMUNITIES(
            List.of(QUALITY, MANAGER, AUDITOR, ADMIN),
            List.of(CLERK, MANAGER, ADMIN),
            "community",
            "officer",
            "station",
            "publication"),
    IMPORTS(List.of(QUALITY, MANAGER, ADMIN), List.of(QUALITY, ADMIN), "import"),
    /** The log as it stands; how much of it, a token says ({@link EventScope}). */
    EVENTS(List.of(INTEGRATOR, AUDITOR, ADMIN), List.of());

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody changes
    private final List<String> readers;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody changes
    private final List<String> recorders;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody changes
    private final List<String> names;

    Feature(List<String> readers, List<String> recorders, String... names) {
        this.readers = List.copyOf(readers);
        this.recorders = List.copyOf(recorders);
        this.names = List.of(names);
    }

    /** That of the fact; empty for one that a newer version wrote. */
    public static Optional<Feature> of(String type) {
        String name = type.substring(0, Math.max(0, type.indexOf('.')));
        return Arrays.stream(values())
                .filter(feature -> feature.names.contains(name))
                .findFirst();
    }

    /** Who searches and reads all of it. */
    public List<String> readers() {
        return readers;
    }

    /** Who records it, or some of it. */
    public List<String> recorders() {
        return recorders;
    }

    /** Who sees a single one of which they know: who reads all, and who works on it. */
    public List<String> concerned() {
        return Stream.concat(readers.stream(), recorders.stream()).distinct().toList();
    }
}
