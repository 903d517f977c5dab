package io.dovira.access;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The events that a caller may read, by type. Immutable.
 *
 * @param every whether all are meant, also those of features to come; {@code named} is then empty
 * @param named {@code visit.*} for a feature, {@code visit.visitor-called} for one fact
 */
public record EventScope(boolean every, Set<String> named) {
    private static final Pattern NAME = Pattern.compile("[a-z]+\\.(\\*|[a-z-]+)");
    private static final EventScope ALL = new EventScope(true, Set.of());

    /**
     * What is read by whom nothing else is said of: how offices work, and nothing about people in custody, applicants, footage, staff or what
     * people said. A list of what is in, so that a feature to come is out until somebody decides.
     */
    private static final List<String> USUAL = List.of(
            "calendar.*",
            "case.*",
            "community.*",
            "desk.*",
            "office.*",
            "policy.*",
            "publication.*",
            "queue.*",
            "station.*",
            "ticket.*",
            "visit.*");

    public EventScope {
        named = Set.copyOf(named);
        if (every && !named.isEmpty()) {
            throw new IllegalArgumentException("every event and named events exclude each other");
        }
        for (String name : named) {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("events are named visit.* or visit.visitor-called, not " + name);
            }
        }
    }

    public static EventScope all() {
        return ALL;
    }

    /** Only these; an empty set allows nothing. */
    public static EventScope only(Set<String> names) {
        return new EventScope(false, names);
    }

    /** Those that are named; all if {@code *} is among them. */
    public static EventScope of(Collection<String> names) {
        return names.contains("*") ? ALL : only(Set.copyOf(names));
    }

    /** What somebody with these roles may read of whom nothing else is said. */
    public static EventScope usual(Collection<String> roles) {
        return roles.contains(Roles.AUDITOR) || roles.contains(Roles.ADMIN) ? ALL : only(Set.copyOf(USUAL));
    }

    /** @param type of a fact, {@code visit.visitor-called} */
    public boolean allows(String type) {
        return every || named.contains(type) || named.contains(type.substring(0, type.indexOf('.') + 1) + "*");
    }

    /** Whether it holds anything of a feature, such as {@code visit}. */
    public boolean allowsSomeOf(String feature) {
        return every || named.stream().anyMatch(name -> name.startsWith(feature + "."));
    }
}
